/// Reads JSON (RFC 8259). Unpaired surrogate escapes read as U+FFFD, because scrapers do write them and a record is
/// worth more than its broken character.
package struct JSONReader: BodyReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    package private(set) var position = 0
    package var cursor: RecordCursor

    private init(_ bytes: UnsafeBufferPointer<UInt8>, refusesUnknown: Bool) {
        self.bytes = bytes
        cursor = RecordCursor(depth: 0, refusesUnknown: refusesUnknown)
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
            try reader.readRecord(updating: initial)
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
                    throw BodyError(.malformed, "text after the JSON value", at: reader.position)
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
        default: throw BodyError(.malformed, "no JSON value", at: position)
        }
    }

    private mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func peek() throws(BodyError) -> UInt8 {
        skipWhitespace()
        guard position < bytes.count else { throw BodyError(.malformed, "JSON ends too early", at: position) }
        return bytes[position]
    }

    private mutating func expect(_ byte: Unicode.Scalar, _ what: StaticString) throws(BodyError) {
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

    /// The characters of a number and whether they say an integer.
    private mutating func readNumber() throws(BodyError) -> (text: Range<Int>, isInteger: Bool) {
        guard try peekKind() == .number else { throw BodyError(.wrongType, "expected a number", at: position) }
        let start = position
        var isInteger = true
        func digits() throws(BodyError) {
            let first = position
            while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
            guard position > first else { throw BodyError(.malformed, "expected a digit", at: position) }
        }
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let integerStart = position
        try digits()
        if bytes[integerStart] == 0x30, position > integerStart + 1 {
            throw BodyError(.malformed, "number with a leading zero", at: start)
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try digits()
        }
        return (start..<position, isInteger)
    }

    package mutating func readInt() throws(BodyError) -> Int {
        let number = try readNumber()
        guard number.isInteger else { throw BodyError(.wrongType, "expected an integer", at: number.text.lowerBound) }
        guard let value = Int(String(decoding: bytes[number.text], as: UTF8.self)) else {
            throw BodyError(.badValue, "integer of more than 63 bits", at: number.text.lowerBound)
        }
        return value
    }

    package mutating func readDouble() throws(BodyError) -> Double {
        let number = try readNumber()
        guard let value = Double(String(decoding: bytes[number.text], as: UTF8.self)), value.isFinite else {
            throw BodyError(.badValue, "number out of range", at: number.text.lowerBound)
        }
        return value
    }

    package mutating func readBool() throws(BodyError) -> Bool {
        switch try peek() {
        case UInt8(ascii: "t"):
            try skip(literal: "true")
            return true
        case UInt8(ascii: "f"):
            try skip(literal: "false")
            return false
        default: throw BodyError(.wrongType, "expected true or false", at: position)
        }
    }

    /// The bytes between the quotation marks, in place, and whether any is escaped.
    private mutating func readRawString() throws(BodyError) -> (range: Range<Int>, isEscaped: Bool) {
        guard try peek() == UInt8(ascii: "\"") else { throw BodyError(.wrongType, "expected a string", at: position) }
        position += 1
        let start = position
        var isEscaped = false
        while true {
            position = JSONText.firstSpecial(in: bytes, from: position)
            guard position < bytes.count else { break }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return (start..<(position - 1), isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                position += 2
            case 0..<0x20:
                throw BodyError(.malformed, "control character inside a string", at: position)
            default:
                position += 1
            }
        }
        throw BodyError(.malformed, "string does not end", at: start)
    }

    package mutating func readString() throws(BodyError) -> String {
        let (range, isEscaped) = try readRawString()
        return try string(range, isEscaped: isEscaped)
    }

    /// Calls `body` with the bytes that a string stands for, in place where nothing is escaped. Whether they are UTF-8
    /// is not looked at.
    package mutating func readStringBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) throws(BodyError) -> T {
        let (range, isEscaped) = try readRawString()
        guard isEscaped else { return body(UnsafeBufferPointer(rebasing: bytes[range])) }
        return try unescape(range).withUnsafeBufferPointer(body)
    }

    private func string(_ range: Range<Int>, isEscaped: Bool) throws(BodyError) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[range])
        let unescaped = isEscaped ? try unescape(range) : nil
        let string =
            unescaped.map { String(validating: $0, as: UTF8.self) } ?? String(validating: raw, as: UTF8.self)
        guard let string else { throw BodyError(.malformed, "string is not UTF-8", at: range.lowerBound) }
        return string
    }

    private func unescape(_ range: Range<Int>) throws(BodyError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(range.count)
        var index = range.lowerBound
        func hexadecimal(_ start: Int) throws(BodyError) -> UInt32 {
            guard start + 4 <= range.upperBound else { throw BodyError(.malformed, "short \\u escape", at: start) }
            var value: UInt32 = 0
            for offset in start..<(start + 4) {
                guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else {
                    throw BodyError(.malformed, "bad \\u escape", at: offset)
                }
                value = value << 4 | UInt32(digit)
            }
            return value
        }
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                let end = min(JSONText.firstSpecial(in: bytes, from: index + 1), range.upperBound)
                out.append(contentsOf: bytes[index..<end])
                index = end
                continue
            }
            let escape = bytes[index + 1]
            index += 2
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(escape)
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "u"):
                var value = try hexadecimal(index)
                index += 4
                if (0xD800..<0xDC00).contains(value), index + 6 <= range.upperBound,
                    bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
                {
                    let low = try hexadecimal(index + 2)
                    if (0xDC00..<0xE000).contains(low) {
                        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
                        index += 6
                    }
                }
                out.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
            default: throw BodyError(.malformed, "unknown escape", at: index - 1)
            }
        }
        return out
    }

    package mutating func readArray<T: FieldValue>() throws(BodyError) -> [T] {
        guard try peek() == UInt8(ascii: "[") else { throw BodyError(.wrongType, "expected an array", at: position) }
        guard cursor.depth < BodyLimits.depth else {
            throw BodyError(.malformed, "nested more than \(BodyLimits.depth) deep", at: position)
        }
        position += 1
        cursor.depth += 1
        var values: [T] = []
        if try peek() == UInt8(ascii: "]") {
            position += 1
        } else {
            while true {
                values.append(try T.read(from: &self))
                let byte = try peek()
                position += 1
                if byte == UInt8(ascii: "]") { break }
                guard byte == UInt8(ascii: ",") else {
                    throw BodyError(.malformed, "expected , or ]", at: position - 1)
                }
            }
        }
        cursor.depth -= 1
        return values
    }

    package mutating func openMap() throws(BodyError) {
        guard try peek() == UInt8(ascii: "{") else { throw BodyError(.wrongType, "expected an object", at: position) }
        position += 1
        cursor.remaining = 1
    }

    package mutating func readKey() throws(BodyError) {
        // `remaining` is 1 before the first key and 0 after it.
        let byte = try peek()
        if byte == UInt8(ascii: "}") {
            position += 1
            cursor.isAtEnd = true
            return
        }
        if cursor.remaining == 0 { try expect(",", ", or }") }
        cursor.remaining = 0
        guard try peek() == UInt8(ascii: "\"") else { throw BodyError(.malformed, "expected a key", at: position) }
        let (range, isEscaped) = try readRawString()
        cursor.keyStart = range.lowerBound
        cursor.keyEnd = range.upperBound
        cursor.unescapedKey = isEscaped ? try string(range, isEscaped: true) : nil
        try expect(":", ":")
    }

    package func keyMatches(_ name: StaticString) -> Bool {
        if let key = cursor.unescapedKey { return key == name.description }
        let count = name.utf8CodeUnitCount
        guard cursor.keyEnd - cursor.keyStart == count else { return false }
        let key = bytes.baseAddress! + cursor.keyStart
        for offset in 0..<count where key[offset] != name.utf8Start[offset] { return false }
        return true
    }

    package var keyForMessage: String {
        cursor.unescapedKey.map { String($0.prefix(40)) }
            ?? String(decoding: bytes[cursor.keyStart..<min(cursor.keyEnd, cursor.keyStart + 40)], as: UTF8.self)
    }

    package mutating func skipValue() throws(BodyError) {
        _ = try JSONValue.read(from: &self)
    }

    /// The bytes of the next value as they stand in the body.
    package mutating func readVerbatim() throws(BodyError) -> [UInt8] {
        let kind = try peekKind()
        let start = position
        // A number may be larger than any that we could hold.
        if kind == .number { _ = try readNumber() } else { try skipValue() }
        return Array(bytes[start..<position])
    }

    mutating func skipNull() throws(BodyError) {
        _ = try peek()
        try skip(literal: "null")
    }

    /// The next key of an object whose keys nobody described.
    mutating func readAnyKey() throws(BodyError) -> String {
        let (range, isEscaped) = try readRawString()
        try expect(":", ":")
        return try string(range, isEscaped: isEscaped)
    }

    /// Enters an object; false when it is empty.
    mutating func openObject() throws(BodyError) -> Bool {
        try expect("{", "an object")
        guard try peek() == UInt8(ascii: "}") else { return true }
        position += 1
        return false
    }

    /// Passes the comma between members, or leaves the object.
    mutating func continueObject() throws(BodyError) -> Bool {
        let byte = try peek()
        position += 1
        if byte == UInt8(ascii: "}") { return false }
        guard byte == UInt8(ascii: ",") else { throw BodyError(.malformed, "expected , or }", at: position - 1) }
        return true
    }
}
