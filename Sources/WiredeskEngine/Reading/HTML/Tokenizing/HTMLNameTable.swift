/// Looks up element and attribute names, whatever their case, without making strings.
///
/// Names of up to ten letters, digits and hyphens are packed six bits a character into one integer, which is exact,
/// and found in an open-addressing table.
struct HTMLNameTable: Sendable {
    static let tags = HTMLNameTable(HTMLTag.allCases.dropFirst().map { ("\($0)", $0.rawValue) })
    static let attributes = HTMLNameTable(
        HTMLAttributeName.allCases.dropFirst().map { ($0.spelling, $0.rawValue) }.filter {
            $0.0.utf8.count <= longestName
        })

    private static let slots = 512
    private static let longestName = 10

    /// Six bits for each byte that may stand in a name, 0 for the others.
    private static let codes: [UInt8] = {
        var codes = [UInt8](repeating: 0, count: 256)
        for letter in UInt8(0)..<26 {
            codes[Int(letter + 0x61)] = letter + 1
            codes[Int(letter + 0x41)] = letter + 1
        }
        for digit in UInt8(0)..<10 { codes[Int(digit + 0x30)] = digit + 27 }
        codes[0x2D] = 37
        codes[0x3A] = 38
        return codes
    }()

    private let codes = HTMLNameTable.codes
    private var keys = [UInt64](repeating: 0, count: HTMLNameTable.slots)
    private var values = [UInt8](repeating: 0, count: HTMLNameTable.slots)

    private init(_ names: [(String, UInt8)]) {
        for (name, value) in names {
            let key = Array(name.utf8).withUnsafeBufferPointer { packed($0[$0.indices]) }
            precondition(key != 0, "a name the table cannot hold: \(name)")
            var slot = Self.slot(of: key)
            while keys[slot] != 0 { slot = (slot + 1) & (Self.slots - 1) }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// The name's value, 0 when it is not in the table.
    @inline(__always)
    func value(of name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
        let key = packed(name)
        guard key != 0 else { return 0 }
        return keys.withUnsafeBufferPointer { keys in
            var slot = Self.slot(of: key)
            while keys[slot] != 0 {
                if keys[slot] == key { return values[slot] }
                slot = (slot + 1) & (Self.slots - 1)
            }
            return 0
        }
    }

    @inline(__always)
    private func packed(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        guard name.count <= Self.longestName else { return 0 }
        return codes.withUnsafeBufferPointer { codes in
            var key: UInt64 = 0
            for byte in name {
                let code = codes[Int(byte)]
                if code == 0 { return 0 }
                key = key << 6 | UInt64(code)
            }
            return key
        }
    }

    @inline(__always)
    private static func slot(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55) }
}
