/// Reads a body in one encoding, from bytes that outlive the reader.
package protocol BodyReader: FieldVisitor {
    /// Bytes read so far.
    var position: Int { get }
    /// The record being read.
    var cursor: RecordCursor { get set }

    mutating func readInt() throws(BodyError) -> Int
    mutating func readDouble() throws(BodyError) -> Double
    mutating func readBool() throws(BodyError) -> Bool
    mutating func readString() throws(BodyError) -> String
    mutating func readArray<T: FieldValue>() throws(BodyError) -> [T]
    /// Passes over one value of any kind.
    mutating func skipValue() throws(BodyError)

    /// Enters a map: sets `cursor.remaining` when the encoding says how many keys follow.
    mutating func openMap() throws(BodyError)
    /// Reads the next key into `cursor`, or sets `cursor.isAtEnd`.
    mutating func readKey() throws(BodyError)
    /// Whether the key in `cursor` is this name.
    func keyMatches(_ name: StaticString) -> Bool
    /// The key in `cursor`, for messages.
    var keyForMessage: String { get }
}

extension BodyReader {
    /// Walks the record's fields along the map's keys. Keys in the order of the description, as our writers put them,
    /// take one walk; each further walk consumes at least one key, so any order is read, in linear time for a
    /// given record.
    ///
    /// - Parameter initial: the value that fields which the body does not have keep.
    package mutating func readRecord<T: Record>(updating initial: T = T()) throws(BodyError) -> T {
        let outer = cursor
        guard outer.depth < BodyLimits.depth else {
            throw BodyError(.malformed, "nested more than \(BodyLimits.depth) deep", at: position)
        }
        cursor = RecordCursor(depth: outer.depth + 1, refusesUnknown: outer.refusesUnknown)
        try openMap()
        try readKey()
        var value = initial
        var isFirstWalk = true
        while isFirstWalk || !cursor.isAtEnd {
            let consumed = cursor.consumed
            cursor.field = 0
            try value.describe(&self)
            isFirstWalk = false
            if !cursor.isAtEnd, cursor.consumed == consumed {
                if cursor.refusesUnknown {
                    throw BodyError(.unknownField, "unknown field \"\(keyForMessage)\"", at: position)
                }
                try skipValue()
                try advance()
            }
        }
        if let missing = cursor.firstMissing {
            throw BodyError(.missingField, "\(T.self) without \"\(missing)\"", at: position)
        }
        cursor = outer
        return value
    }

    private mutating func advance() throws(BodyError) {
        cursor.consumed += 1
        try readKey()
    }

    /// Reads the field if the cursor's key is its own.
    @inline(__always)
    private mutating func take<T: FieldValue>(_ name: StaticString) throws(BodyError) -> T? {
        let bit: UInt32 = 1 << cursor.field
        cursor.field += 1
        guard !cursor.isAtEnd, keyMatches(name) else { return nil }
        guard cursor.seen & bit == 0 else {
            throw BodyError(.duplicateField, "\"\(name)\" twice", at: position)
        }
        cursor.seen |= bit
        let value = try T.read(from: &self)
        try advance()
        return value
    }

    package mutating func required<T: FieldValue>(_ name: StaticString, _ value: inout T) throws(BodyError) {
        let bit: UInt32 = 1 << cursor.field
        if let taken: T = try take(name) { value = taken }
        cursor.note(required: name, isSeen: cursor.seen & bit != 0)
    }

    package mutating func optional<T: FieldValue>(_ name: StaticString, _ value: inout T?) throws(BodyError) {
        if let taken: T = try take(name) { value = taken }
    }

    package mutating func list<T: FieldValue>(_ name: StaticString, _ value: inout [T]) throws(BodyError) {
        if let taken: [T] = try take(name) { value = taken }
    }

    package mutating func defaulted<T: FieldValue & Equatable>(
        _ name: StaticString, _ value: inout T, _ standard: T
    ) throws(BodyError) {
        if let taken: T = try take(name) { value = taken }
    }
}
