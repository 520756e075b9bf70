import WiredeskModel

/// Bytes that a line holds in base 64, decoded as they are read: a page is not copied into a text first.
struct Base64Bytes: FieldValue {
    /// Nil when the text was not base 64, which is not the reader's to report.
    let bytes: [UInt8]?

    static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Base64Bytes {
        guard var body = reader as? JSONReader else {
            throw BodyError(.wrongType, "a line is JSON", at: reader.position)
        }
        let bytes = try body.readStringBytes(Base64.decode)
        reader = body as! R
        return Base64Bytes(bytes: bytes)
    }

    func write<W: BodyWriter>(to writer: inout W) { preconditionFailure("lines of input are only read") }
}
