/// The table of named character references (HTML 13.5), opened at its first use.
struct NamedCharacterReferences: Sendable {
    static let shared = NamedCharacterReferences()

    /// A name found in the input.
    struct Match {
        fileprivate var entry: Int
        /// The offset after the name and its semicolon, if it has one.
        var end: Int
    }

    /// One name with what it stands for: offsets into `list`.
    private struct Entry {
        var nameStart: UInt16
        var nameLength: UInt8
        /// Whether it counts without its semicolon too.
        var isLegacy: Bool
        var value: (UInt32, UInt32)
    }

    private static let slots = 8192
    /// The longest name is `CounterClockwiseContourIntegral`.
    private static let longestName = 31
    private static let longestLegacyName = 6

    private var entries: [Entry] = []
    private var table = [Int16](repeating: -1, count: NamedCharacterReferences.slots)

    private init() {
        // A word of the list is a name, "*" if it counts without a semicolon, "=" and one or two numbers.
        let list = Self.bytes
        var scan = 0
        while scan < list.count {
            let nameStart = scan
            while list[scan] != 0x3D, list[scan] != 0x2A { scan += 1 }
            let name = nameStart..<scan
            let isLegacy = list[scan] == 0x2A
            scan += isLegacy ? 2 : 1
            let first = Self.number(list, &scan)
            var second: UInt32 = 0
            if scan < list.count, list[scan] == 0x2B {
                scan += 1
                second = Self.number(list, &scan)
            }
            while scan < list.count, list[scan] <= 0x20 { scan += 1 }
            var slot = Self.slot(of: Self.hash(list, name))
            while table[slot] >= 0 { slot = (slot + 1) & (Self.slots - 1) }
            table[slot] = Int16(entries.count)
            entries.append(
                Entry(
                    nameStart: UInt16(nameStart), nameLength: UInt8(name.count), isLegacy: isLegacy,
                    value: (first, second)))
        }
    }

    /// The longest name that begins at the offset.
    func longestMatch(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> Match? {
        var scan = start
        let limit = min(end, start + Self.longestName + 1)
        while scan < limit, CharacterReferences.isAlphanumeric(bytes[scan]) { scan += 1 }
        if scan < end, bytes[scan] == 0x3B, let entry = find(bytes, start..<scan) {
            return Match(entry: entry, end: scan + 1)
        }
        var length = min(scan - start, Self.longestLegacyName)
        while length >= 2 {
            if let entry = find(bytes, start..<(start + length)), entries[entry].isLegacy {
                return Match(entry: entry, end: start + length)
            }
            length -= 1
        }
        return nil
    }

    /// Appends what the name stands for.
    func append(_ match: Match, to output: inout [UInt8]) {
        let value = entries[match.entry].value
        CharacterReferences.append(Unicode.Scalar(value.0) ?? "\u{FFFD}", to: &output)
        if value.1 != 0 { CharacterReferences.append(Unicode.Scalar(value.1) ?? "\u{FFFD}", to: &output) }
    }

    private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Int? {
        let list = Self.bytes
        var slot = Self.slot(of: Self.hash(bytes, name))
        while table[slot] >= 0 {
            let index = Int(table[slot])
            let entry = entries[index]
            if Int(entry.nameLength) == name.count {
                var offset = 0
                while offset < name.count, list[Int(entry.nameStart) + offset] == bytes[name.lowerBound + offset] {
                    offset += 1
                }
                if offset == name.count { return index }
            }
            slot = (slot + 1) & (Self.slots - 1)
        }
        return nil
    }

    private static var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    }

    /// FNV-1a.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for index in name { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
        return hash
    }

    private static func slot(of hash: UInt32) -> Int { Int((hash ^ hash >> 15) & UInt32(slots - 1)) }

    private static func number(_ list: UnsafeBufferPointer<UInt8>, _ scan: inout Int) -> UInt32 {
        var value: UInt32 = 0
        while scan < list.count {
            let byte = list[scan]
            if byte &- 0x30 < 10 {
                value = value * 16 + UInt32(byte - 0x30)
            } else if byte &- 0x41 < 6 {
                value = value * 16 + UInt32(byte - 0x41) + 10
            } else {
                break
            }
            scan += 1
        }
        return value
    }
}
