/// A string from a fixed list.
package protocol Label: RawRepresentable, CaseIterable, FieldValue, Sendable where RawValue == String {
    /// The list, made once.
    static var names: LabelNames<Self> { get }
    /// What a string outside the list reads as; nil refuses it.
    static var unknown: Self? { get }
}

extension Label {
    @inline(__always)
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(rawValue) }

    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Self {
        let start = reader.position
        if let value = try reader.readStringBytes(names.value) { return value }
        reader.position = start
        let raw = try reader.readString()
        guard let unknown else {
            throw BodyError(.badValue, "\"\(raw.prefix(40))\" is no \(Self.self)", at: reader.position)
        }
        return unknown
    }
}
