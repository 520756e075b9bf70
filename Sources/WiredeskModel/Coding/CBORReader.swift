/// Reads CBOR (RFC 8949) with definite lengths; tags, indefinite lengths and keys that are not text are refused.
package struct CBORReader: BodyReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    package private(set) var position = 0
    package var cursor: RecordCursor

    private init(_ bytes: UnsafeBufferPointer<UInt8>, refusesUnknown: Bool) {
        self.bytes = bytes
        cursor = RecordCursor(depth: 0, refusesUnknown: refusesUnknown)
    }

    /// Reads the one value that the bytes hold.
    package static func decode<T: Record>(
        _ type: T.Type = T.self, from bytes: some Collection<UInt8>, refusingUnknownFields: Bool = false
    ) throws(BodyError) -> T {
        func read(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<T, BodyError> {
            Result { () throws(BodyError) -> T in
                var reader = CBORReader(buffer, refusesUnknown: refusingUnknownFields)
                let value = try T.read(from: &reader)
                guard reader.position == buffer.count else {
                    throw BodyError(.malformed, "bytes after the body", at: reader.position)
                }
                return value
            }
        }
        let result = bytes.withContiguousStorageIfAvailable(read) ?? Array(bytes).withUnsafeBufferPointer(read)
        return try result.get()
    }

    /// The major type and the argument of the next item.
    private mutating func readHead() throws(BodyError) -> (major: UInt8, info: UInt8, argument: UInt64) {
        let initial = UInt8(try readBigEndian(1))
        let info = initial & 0x1F
        let argument: UInt64
        switch info {
        case 0..<24: argument = UInt64(info)
        case 24: argument = try readBigEndian(1)
        case 25: argument = try readBigEndian(2)
        case 26: argument = try readBigEndian(4)
        case 27: argument = try readBigEndian(8)
        default: throw BodyError(.malformed, "CBOR item of indefinite or reserved length", at: position - 1)
        }
        return (initial >> 5, info, argument)
    }

    private mutating func readBigEndian(_ count: Int) throws(BodyError) -> UInt64 {
        guard bytes.count - position >= count else { throw truncated() }
        var value: UInt64 = 0
        for offset in 0..<count { value = value << 8 | UInt64(bytes[position + offset]) }
        position += count
        return value
    }

    private func truncated() -> BodyError {
        BodyError(.malformed, "CBOR ends inside an item", at: bytes.count)
    }

    private func wrong(_ expected: StaticString, at start: Int) -> BodyError {
        BodyError(.wrongType, "expected \(expected)", at: start)
    }

    package mutating func readInt() throws(BodyError) -> Int {
        let start = position
        let head = try readHead()
        guard head.major <= 1 else { throw wrong("an integer", at: start) }
        guard let value = Int(exactly: head.argument) else {
            throw BodyError(.badValue, "integer of more than 63 bits", at: start)
        }
        return head.major == 0 ? value : ~value
    }

    package mutating func readDouble() throws(BodyError) -> Double {
        let start = position
        let head = try readHead()
        let value: Double
        switch (head.major, head.info) {
        case (0, _): value = Double(head.argument)
        case (1, _): value = -1 - Double(head.argument)
        case (7, 25): value = Double(Float16(bitPattern: UInt16(head.argument)))
        case (7, 26): value = Double(Float(bitPattern: UInt32(head.argument)))
        case (7, 27): value = Double(bitPattern: head.argument)
        default: throw wrong("a number", at: start)
        }
        // The data model has neither infinities nor NaN, because JSON has none.
        guard value.isFinite else { throw wrong("a finite number", at: start) }
        return value
    }

    package mutating func readBool() throws(BodyError) -> Bool {
        let start = position
        let head = try readHead()
        guard head.major == 7, head.info == 20 || head.info == 21 else { throw wrong("a boolean", at: start) }
        return head.info == 21
    }

    /// The bytes of a text item, in place.
    private mutating func readText() throws(BodyError) -> Range<Int> {
        let start = position
        let head = try readHead()
        guard head.major == 3 else { throw wrong("a string", at: start) }
        guard head.argument <= UInt64(bytes.count - position) else { throw truncated() }
        let range = position..<(position + Int(head.argument))
        position = range.upperBound
        return range
    }

    package mutating func readString() throws(BodyError) -> String {
        let range = try readText()
        guard let string = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) else {
            throw BodyError(.malformed, "string is not UTF-8", at: range.lowerBound)
        }
        return string
    }

    package mutating func readArray<T: FieldValue>() throws(BodyError) -> [T] {
        let start = position
        let head = try readHead()
        guard head.major == 4 else { throw wrong("an array", at: start) }
        // Every item takes a byte at least: a count that lies cannot make us reserve memory.
        guard head.argument <= UInt64(bytes.count - position) else { throw truncated() }
        guard cursor.depth < BodyLimits.depth else {
            throw BodyError(.malformed, "nested more than \(BodyLimits.depth) deep", at: start)
        }
        cursor.depth += 1
        var values: [T] = []
        values.reserveCapacity(min(Int(head.argument), 4096))
        for _ in 0..<Int(head.argument) { values.append(try T.read(from: &self)) }
        cursor.depth -= 1
        return values
    }

    package mutating func openMap() throws(BodyError) {
        let start = position
        let head = try readHead()
        guard head.major == 5 else { throw wrong("a map", at: start) }
        guard head.argument <= UInt64(bytes.count - position) else { throw truncated() }
        cursor.remaining = Int(head.argument)
    }

    package mutating func readKey() throws(BodyError) {
        guard cursor.remaining > 0 else {
            cursor.isAtEnd = true
            return
        }
        cursor.remaining -= 1
        let range = try readText()
        cursor.keyStart = range.lowerBound
        cursor.keyEnd = range.upperBound
    }

    package func keyMatches(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard cursor.keyEnd - cursor.keyStart == count else { return false }
        let key = bytes.baseAddress! + cursor.keyStart
        for offset in 0..<count where key[offset] != name.utf8Start[offset] { return false }
        return true
    }

    package var keyForMessage: String {
        String(decoding: bytes[cursor.keyStart..<min(cursor.keyEnd, cursor.keyStart + 40)], as: UTF8.self)
    }

    package mutating func skipValue() throws(BodyError) {
        // Items still to pass over at each level: no recursion, whatever the nesting.
        var pending: [UInt64] = [1]
        while let last = pending.indices.last {
            guard pending[last] > 0 else {
                pending.removeLast()
                continue
            }
            pending[last] -= 1
            let start = position
            let head = try readHead()
            switch head.major {
            case 0, 1, 7: break
            case 2, 3:
                guard head.argument <= UInt64(bytes.count - position) else { throw truncated() }
                position += Int(head.argument)
            case 4, 5:
                let items = head.major == 4 ? head.argument : head.argument &* 2
                guard head.argument <= UInt64(bytes.count - position) else { throw truncated() }
                guard pending.count - 1 + cursor.depth < BodyLimits.depth else {
                    throw BodyError(.malformed, "nested more than \(BodyLimits.depth) deep", at: start)
                }
                pending.append(items)
            default: throw BodyError(.malformed, "CBOR tags are not used", at: start)
            }
        }
    }
}
