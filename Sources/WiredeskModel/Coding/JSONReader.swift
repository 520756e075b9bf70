/// Reads JSON (RFC 8259). Unpaired surrogate escapes read as U+FFFD, because scrapers do write them and a record is
/// worth more than its broken character.
package struct JSONReader: BodyReader {
    let bytes: UnsafeBufferPointer<UInt8>
    package var position = 0
    package var depth = 0
    package let refusesUnknown: Bool

    private init(_ bytes: UnsafeBufferPointer<UInt8>, refusesUnknown: Bool) {
        self.bytes = bytes
        self.refusesUnknown = refusesUnknown
    }

    /// Reads the one value that the bytes hold.
    package static func decode<T: FieldValue>(
        _ type: T.Type = T.self, from bytes: some Collection<UInt8>, refusingUnknownFields: Bool = false
    ) throws(BodyError) -> T {
        try readWhole(bytes, refusingUnknownFields) { reader throws(BodyError) in try T.read(from: &reader) }
    }

    /// Reads the one record that the bytes hold; fields that it does not have keep the values of `initial`.
    package static func decode<T: Record>(
        updating initial: T, from bytes: some Collection<UInt8>, refusingUnknownFields: Bool = false
    ) throws(BodyError) -> T {
        try readWhole(bytes, refusingUnknownFields) { reader throws(BodyError) in
            var value = initial
            try reader.readRecord(into: &value)
            return value
        }
    }

    private static func readWhole<T>(
        _ bytes: some Collection<UInt8>, _ refusesUnknown: Bool,
        _ readValue: (inout JSONReader) throws(BodyError) -> T
    ) throws(BodyError) -> T {
        func read(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<T, BodyError> {
            Result { () throws(BodyError) -> T in
                var reader = JSONReader(buffer, refusesUnknown: refusesUnknown)
                let value = try readValue(&reader)
                reader.skipWhitespace()
                guard reader.position == buffer.count else {
                    try BodyError.raise(.malformed, "text after the JSON value", at: reader.position)
                }
                return value
            }
        }
        let result = bytes.withContiguousStorageIfAvailable(read) ?? Array(bytes).withUnsafeBufferPointer(read)
        return try result.get()
    }

    /// What the next value is, by its first byte.
    package enum Kind { case object, array, string, number, boolean, null }

    package mutating func peekKind() throws(BodyError) -> Kind {
        switch try peek() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: try BodyError.raise(.malformed, "no JSON value", at: position)
        }
    }

    private mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
            default: return
            }
        }
    }

    /// The next byte that is no white space; it stays the next.
    @inline(__always)
    mutating func peek() throws(BodyError) -> UInt8 {
        if position < bytes.count, bytes[position] > 0x20 { return bytes[position] }
        return try peekPastWhitespace()
    }

    @inline(never)
    private mutating func peekPastWhitespace() throws(BodyError) -> UInt8 {
        skipWhitespace()
        guard position < bytes.count else {
            try BodyError.raise(.malformed, "JSON ends too early", at: position)
        }
        return bytes[position]
    }

    mutating func expect(_ byte: Unicode.Scalar, _ what: StaticString) throws(BodyError) {
        guard try peek() == UInt8(ascii: byte) else { throw BodyError(.malformed, "expected \(what)", at: position) }
        position += 1
    }

    private mutating func skip(literal: StaticString) throws(BodyError) {
        let count = literal.utf8CodeUnitCount
        guard bytes.count - position >= count,
            (0..<count).allSatisfy({ bytes[position + $0] == literal.utf8Start[$0] })
        else { throw BodyError(.malformed, "expected \(literal)", at: position) }
        position += count
    }

    package mutating func readBool() throws(BodyError) -> Bool {
        switch try peek() {
        case UInt8(ascii: "t"):
            try skip(literal: "true")
            return true
        case UInt8(ascii: "f"):
            try skip(literal: "false")
            return false
        default: try BodyError.raise(.wrongType, "expected true or false", at: position)
        }
    }

    @inline(__always)
    package mutating func readArray<T: FieldValue>() throws(BodyError) -> [T] {
        guard try peek() == UInt8(ascii: "[") else {
            try BodyError.raise(.wrongType, "expected an array", at: position)
        }
        if depth >= BodyLimits.depth { try BodyError.raiseNestedTooDeep(at: position) }
        position &+= 1
        depth &+= 1
        var values: [T] = []
        if try peek() == UInt8(ascii: "]") {
            position &+= 1
        } else {
            while true {
                values.append(try T.read(from: &self))
                let byte = try peek()
                position &+= 1
                if byte == UInt8(ascii: "]") { break }
                guard byte == UInt8(ascii: ",") else {
                    try BodyError.raise(.malformed, "expected , or ]", at: position &- 1)
                }
            }
        }
        depth &-= 1
        return values
    }

    @inline(__always)
    package mutating func openMap() throws(BodyError) -> Int {
        guard try peek() == UInt8(ascii: "{") else {
            try BodyError.raise(.wrongType, "expected an object", at: position)
        }
        position += 1
        guard try peek() == UInt8(ascii: "}") else { return 1 }
        position += 1
        return 0
    }

    @inline(__always)
    package mutating func nextKey(_ remaining: inout Int) throws(BodyError) {
        switch try peek() {
        case UInt8(ascii: ","):
            position &+= 1
            _ = try peek()
        case UInt8(ascii: "}"):
            position &+= 1
            remaining = 0
        default:
            try BodyError.raise(.malformed, "expected , or }", at: position)
        }
    }

    package mutating func skipValue() throws(BodyError) {
        _ = try JSONValue.read(from: &self)
    }

    /// The bytes of the next value as they stand in the body.
    package mutating func readVerbatim() throws(BodyError) -> [UInt8] {
        let kind = try peekKind()
        let start = position
        if kind == .number { try skipNumber() } else { try skipValue() }
        return Array(bytes[start..<position])
    }

    mutating func skipNull() throws(BodyError) {
        _ = try peek()
        try skip(literal: "null")
    }
}
