import CWiredeskKernels

// Strings, and the keys of objects.
extension JSONReader {
    /// The bytes between the quotation marks, in place, and whether any is escaped.
    mutating func readRawString() throws(BodyError) -> (range: Range<Int>, isEscaped: Bool) {
        guard try peek() == UInt8(ascii: "\"") else {
            try BodyError.raise(.wrongType, "expected a string", at: position)
        }
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
                try BodyError.raise(.malformed, "control character inside a string", at: position)
            default:
                position += 1
            }
        }
        try BodyError.raise(.malformed, "string does not end", at: start)
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

    func string(_ range: Range<Int>, isEscaped: Bool) throws(BodyError) -> String {
        let string =
            isEscaped
            ? try unescape(range).withUnsafeBufferPointer { String(validating: $0) }
            : String(validating: UnsafeBufferPointer(rebasing: bytes[range]))
        guard let string else { try BodyError.raise(.malformed, "string is not UTF-8", at: range.lowerBound) }
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
            default: try BodyError.raise(.malformed, "unknown escape", at: index - 1)
            }
        }
        return out
    }

    @inline(__always)
    package mutating func passKey(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard bytes.count &- position >= count + 3, bytes[position] == UInt8(ascii: "\""),
            wiredesk_equal_bytes(bytes.baseAddress! + position + 1, name.utf8Start, count),
            bytes[position &+ count &+ 1] == UInt8(ascii: "\""), bytes[position &+ count &+ 2] == UInt8(ascii: ":")
        else { return false }
        position &+= count &+ 3
        return true
    }

    package mutating func readKey() throws(BodyError) -> MapKey {
        guard try peek() == UInt8(ascii: "\"") else {
            try BodyError.raise(.malformed, "expected a key", at: position)
        }
        let (range, isEscaped) = try readRawString()
        // What is no string at all is found here, not where the key is compared.
        if isEscaped { _ = try string(range, isEscaped: true) }
        try expect(":", ":")
        return MapKey(range: range, isEscaped: isEscaped)
    }

    package func isKey(_ key: MapKey, _ name: StaticString) -> Bool {
        let text = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard key.isEscaped else { return bytes[key.range].elementsEqual(text) }
        // A character of a name takes six bytes at most: a long key is not unescaped for every field.
        guard key.range.count <= 6 * text.count else { return false }
        return (try? unescape(key.range))?.elementsEqual(text) ?? false
    }

    package func name(of key: MapKey) -> String {
        (try? string(key.range, isEscaped: key.isEscaped)) ?? String(decoding: bytes[key.range], as: UTF8.self)
    }

    /// The next key of an object whose keys nobody described.
    mutating func readAnyKey() throws(BodyError) -> String {
        let (range, isEscaped) = try readRawString()
        try expect(":", ":")
        return try string(range, isEscaped: isEscaped)
    }
}
