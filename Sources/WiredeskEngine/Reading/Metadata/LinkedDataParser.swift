/// Reads the JSON of linked data as far as metadata needs it: members of other names are skipped, not built.
///
/// Pages write JSON by hand, so this is lenient where a strict reader gives up: control characters inside strings, commas
/// before a closing bracket, escapes that JSON does not know, comments and CDATA marks around the value, a value that
/// ends too early.
struct LinkedDataParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// Deeper values are skipped; linked data about an article has a handful of levels.
    private static let maximumDepth = 24

    /// The keys and their names' bytes, by the names' length.
    private static let keys: [[(name: [UInt8], key: LinkedDataValue.Key)]] = {
        let all = LinkedDataValue.Key.allCases.map { (name: Array($0.rawValue.utf8), key: $0) }
        return (0...(all.map(\.name.count).max() ?? 0)).map { length in all.filter { $0.name.count == length } }
    }()

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The value of a script; nil where there is none.
    static func value(of script: String) -> LinkedDataValue? {
        script.withBytes { bytes in
            var parser = LinkedDataParser(bytes)
            parser.skipToValue()
            return parser.value(depth: 0)
        }
    }

    /// To the first bracket. That of `<![CDATA[` is none.
    private mutating func skipToValue() {
        while index < bytes.count, bytes[index] != UInt8(ascii: "{"), bytes[index] != UInt8(ascii: "[") { index += 1 }
        let cdata: StaticString = "[CDATA["
        if bytes.count - index >= cdata.utf8CodeUnitCount,
            (0..<cdata.utf8CodeUnitCount).allSatisfy({ bytes[index + $0] == cdata.utf8Start[$0] })
        {
            index += cdata.utf8CodeUnitCount
            skipToValue()
        }
    }

    private mutating func value(depth: Int) -> LinkedDataValue? {
        skipSpace()
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "\""): return string().map(LinkedDataValue.string)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < Self.maximumDepth else {
                skipValue()
                return .nothing
            }
            return bytes[index] == UInt8(ascii: "{") ? object(depth: depth) : array(depth: depth)
        default: return literal()
        }
    }

    private mutating func object(depth: Int) -> LinkedDataValue {
        var members: [(key: LinkedDataValue.Key, value: LinkedDataValue)] = []
        members.reserveCapacity(8)
        index += 1
        while skipToElement(), bytes[index] != UInt8(ascii: "}") {
            guard bytes[index] == UInt8(ascii: "\"") else {
                // Not JSON; what follows may be again.
                skipValue()
                continue
            }
            let start = index + 1
            guard skipString().isWhole else { break }
            let key = Self.key(bytes, start..<(index - 1))
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
            index += 1
            if let key {
                if let value = value(depth: depth + 1) { members.append((key: key, value: value)) }
            } else {
                skipSpace()
                skipValue()
            }
        }
        index += 1
        return .object(members)
    }

    private mutating func array(depth: Int) -> LinkedDataValue {
        var values: [LinkedDataValue] = []
        index += 1
        while skipToElement(), bytes[index] != UInt8(ascii: "]") {
            let start = index
            if let value = value(depth: depth + 1) { values.append(value) }
            if index == start { index += 1 }
        }
        index += 1
        return .array(values)
    }

    /// A number stays as it is written; `true`, `false`, `null` and what is no JSON say nothing here.
    private mutating func literal() -> LinkedDataValue {
        let start = index
        guard bytes[start] != UInt8(ascii: "}"), bytes[start] != UInt8(ascii: "]"), bytes[start] != UInt8(ascii: ",")
        else { return .nothing }
        skipValue()
        let text = bytes[start..<index]
        let isNumber = text.first.map { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") } ?? false
        return isNumber ? .string(String(decoding: text, as: UTF8.self)) : .nothing
    }

    // MARK: Strings

    /// The string that begins here; nil where it does not end.
    private mutating func string() -> String? {
        let start = index + 1
        let (isWhole, isEscaped) = skipString()
        guard isWhole else { return nil }
        let content = start..<(index - 1)
        guard isEscaped || bytes[content].contains(where: { $0 < 0x20 }) else {
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[content]), as: UTF8.self)
        }
        return unescaped(content)
    }

    private func unescaped(_ content: Range<Int>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var units: [UInt16] = []
        var scan = content.lowerBound
        while scan < content.upperBound {
            let escape = position(of: UInt8(ascii: "\\"), in: scan..<content.upperBound) ?? content.upperBound
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[scan..<escape]))
            scan = escape + 1
            guard scan < content.upperBound else { break }
            let escaped = bytes[scan]
            scan += 1
            switch escaped {
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                0..<0x20:
                text.append(0x20)
            case UInt8(ascii: "u"):
                guard let unit = hexadecimal(scan, end: content.upperBound) else { continue }
                scan += 4
                units.append(unit)
                // The second half of a pair follows in an escape of its own.
                if UTF16.isLeadSurrogate(unit), scan + 1 < content.upperBound, bytes[scan] == UInt8(ascii: "\\"),
                    bytes[scan + 1] == UInt8(ascii: "u"), let second = hexadecimal(scan + 2, end: content.upperBound)
                {
                    units.append(second)
                    scan += 6
                }
                for byte in String(decoding: units, as: UTF16.self).utf8 { text.append(byte) }
                units.removeAll(keepingCapacity: true)
            // `\'` and its kin are no escapes of JSON: the character stands for itself.
            default: text.append(escaped)
            }
        }
        // Control characters part words as blanks do.
        for index in text.indices where text[index] < 0x20 { text[index] = 0x20 }
        return String(decoding: text, as: UTF8.self)
    }

    private func hexadecimal(_ start: Int, end: Int) -> UInt16? {
        guard start + 4 <= end else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[start..<(start + 4)] {
            switch byte {
            case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt16((byte | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return unit
    }

    // MARK: Skipping

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    /// To the next element or closing bracket; false at the end.
    private mutating func skipToElement() -> Bool {
        while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") { index += 1 }
        return index < bytes.count
    }

    /// Past the string that begins here. Gives whether it ends and whether it holds escapes.
    @discardableResult
    private mutating func skipString() -> (isWhole: Bool, isEscaped: Bool) {
        index += 1
        let start = index
        while let quote = position(of: UInt8(ascii: "\""), in: index..<bytes.count) {
            var escapes = quote
            while escapes > index, bytes[escapes - 1] == UInt8(ascii: "\\") { escapes -= 1 }
            index = quote + 1
            // A quotation mark behind an odd number of backslashes belongs to the text.
            if (quote - escapes) % 2 == 0 { return (true, position(of: UInt8(ascii: "\\"), in: start..<quote) != nil) }
        }
        index = bytes.count
        return (false, false)
    }

    private func position(of byte: UInt8, in range: Range<Int>) -> Int? {
        let found = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound]).find(byte, from: range.lowerBound)
        return found < range.upperBound ? found : nil
    }

    /// Past the value that begins here, or past one byte at least.
    private mutating func skipValue() {
        var depth = 0
        repeat {
            guard index < bytes.count else { return }
            switch bytes[index] {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
            default:
                index += 1
                if depth == 0 { skipLiteral() }
            }
        } while depth > 0
    }

    private mutating func skipLiteral() {
        while index < bytes.count {
            switch bytes[index] {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""): return
            default: index += 1
            }
        }
    }

    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> LinkedDataValue.Key? {
        guard range.count < keys.count else { return nil }
        for key in keys[range.count] where bytes[range].elementsEqual(key.name) { return key.key }
        return nil
    }
}
