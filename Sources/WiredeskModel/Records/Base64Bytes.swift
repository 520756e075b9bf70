/// Bytes that a record holds in base 64, decoded as they are read: a page is not copied into a text first.
package struct Base64Bytes: FieldValue {
    /// Nil when the text was not base 64, which is not the reader's to report.
    package let bytes: [UInt8]?

    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Base64Bytes {
        Base64Bytes(bytes: try reader.readStringBytes(Base64.decode))
    }

    package func write<W: BodyWriter>(to writer: inout W) { preconditionFailure("an article's record is only read") }
}
