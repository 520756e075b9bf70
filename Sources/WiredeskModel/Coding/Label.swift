/// A string from a fixed list.
package protocol Label: RawRepresentable, FieldValue, Sendable where RawValue == String {
    /// What a string outside the list reads as; nil refuses it.
    static var unknown: Self? { get }
}

extension Label {
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(rawValue) }

    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Self {
        let raw = try reader.readString()
        guard let value = Self(rawValue: raw) ?? unknown else {
            throw BodyError(.badValue, "\"\(raw.prefix(40))\" is no \(Self.self)", at: reader.position)
        }
        return value
    }
}
