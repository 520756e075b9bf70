/// A type with named fields. `describe` is the one list of them: the CBOR and JSON writers and readers all walk it, so
/// that no field can exist in one encoding and not in another.
///
/// A writer reads the fields it is shown; a reader sets those the body has. A reader may walk the list several times.
///
/// The small records, of which a result has hundreds, have it inlined (`@inline(__always)`): along an array of them the
/// place in the body then stays in a register.
package protocol Record: FieldValue {
    /// A blank value for a reader to fill.
    init()

    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError)
}

extension Record {
    @inline(__always)
    package func write<W: BodyWriter>(to writer: inout W) {
        writer.writeRecord(self)
    }

    @inline(__always)
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Self {
        var record = Self()
        try reader.readRecord(into: &record)
        return record
    }
}
