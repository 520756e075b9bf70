/// Shows a record the values that a body has for its fields. It is one record's, and the reader is in it meanwhile: what
/// changes with each field can then stay in registers.
package struct RecordWalk<Reader: BodyReader>: FieldVisitor {
    private(set) var reader: Reader
    /// Keys of the map that are not passed yet, as far as the encoding says.
    private var remaining: Int
    /// The place in the description of the field that is asked for next.
    private var field: UInt32 = 0
    /// One bit for each field, in the order of the description: those read, and those that have to be.
    private var seen: UInt32 = 0
    private var needed: UInt32 = 0
    /// The bit of the field whose key was passed over already, 0 while the key is still to come.
    private var found: UInt32 = 0

    /// Enters a map.
    @inline(__always)
    init(_ reader: Reader) throws(BodyError) {
        self.reader = reader
        remaining = try self.reader.openMap()
    }

    /// Reads the map's values into the record, whose other fields keep theirs.
    ///
    /// Keys in the order of the description, as our writers put them, take one walk along it, in which each is compared
    /// with the field that is due. Every two further walks consume a key at least: any order is read, in linear time for
    /// a given record.
    @inline(__always)
    mutating func fill<T: Record>(_ record: inout T) throws(BodyError) {
        repeat {
            let seen = seen
            field = 0
            try record.describe(&self)
            if remaining > 0, self.seen == seen { self = try Self.findingField(self, of: T.self) }
        } while remaining > 0
        if seen & needed != needed { try Self.raiseMissingField(of: T.self, needed & ~seen, at: reader.position) }
    }

    /// After a walk in which no field knew the next key: the key may be written as our writers do not, or be unknown.
    ///
    /// By value, so that a walk whose address nobody has can stay in registers.
    @inline(never)
    private static func findingField<T: Record>(_ walk: Self, of type: T.Type) throws(BodyError) -> Self {
        var walk = walk
        let key = try walk.reader.readKey()
        if let index = FieldNames.of(T.self).firstIndex(where: { walk.reader.isKey(key, $0) }) {
            walk.found = 1 << index
            return walk
        }
        guard !walk.reader.refusesUnknown else {
            let name = walk.reader.name(of: key).prefix(40)
            throw BodyError(.unknownField, "unknown field \"\(name)\"", at: walk.reader.position)
        }
        try walk.reader.skipValue()
        try walk.reader.nextKey(&walk.remaining)
        return walk
    }

    @inline(never)
    private static func raiseMissingField<T: Record>(
        of type: T.Type, _ missing: UInt32, at position: Int
    ) throws(BodyError) -> Never {
        let name = FieldNames.of(type)[missing.trailingZeroBitCount]
        throw BodyError(.missingField, "\(type) without \"\(name)\"", at: position)
    }

    /// Reads the field if the next key is its own.
    @inline(__always)
    private mutating func take<T: FieldValue>(_ name: StaticString, isNeeded: Bool = false) throws(BodyError) -> T? {
        let bit: UInt32 = 1 << field
        field &+= 1
        if isNeeded { needed |= bit }
        guard remaining > 0, found == 0 ? reader.passKey(name) : found == bit else { return nil }
        found = 0
        if seen & bit != 0 { try BodyError.raiseDuplicate(name, at: reader.position) }
        seen |= bit
        let value = try T.read(from: &reader)
        try reader.nextKey(&remaining)
        return value
    }

    @inline(__always)
    package mutating func required<T: FieldValue>(_ name: StaticString, _ value: inout T) throws(BodyError) {
        if let taken: T = try take(name, isNeeded: true) { value = taken }
    }

    @inline(__always)
    package mutating func optional<T: FieldValue>(_ name: StaticString, _ value: inout T?) throws(BodyError) {
        if let taken: T = try take(name) { value = taken }
    }

    @inline(__always)
    package mutating func list<T: FieldValue>(_ name: StaticString, _ value: inout [T]) throws(BodyError) {
        if let taken: [T] = try take(name) { value = taken }
    }

    @inline(__always)
    package mutating func defaulted<T: FieldValue & Equatable>(
        _ name: StaticString, _ value: inout T, _ standard: T
    ) throws(BodyError) {
        if let taken: T = try take(name) { value = taken }
    }
}
