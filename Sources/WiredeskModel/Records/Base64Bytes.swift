/// Bytes that a record holds in base 64, decoded as they are read: a page is not copied into a text first.
package struct Base64Bytes: FieldValue {
    /// Nil when the text was not base 64, which is not the reader's to report.
    package let bytes: [UInt8]?

    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Base64Bytes {
        guard var body = reader as? JSONReader else {
            throw BodyError(.wrongType, "an article's record is JSON", at: reader.position)
        }
        let bytes = try body.readStringBytes(Base64.decode)
        reader = body as! R
        return Base64Bytes(bytes: bytes)
    }

    package func write<W: BodyWriter>(to writer: inout W) { preconditionFailure("an article's record is only read") }
}
