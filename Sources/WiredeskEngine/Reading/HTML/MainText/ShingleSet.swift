/// Finds out whether a text says what another says, by the hashes of its stretches of letters and digits.
struct ShingleSet {
    /// Bytes of a stretch, white space, punctuation and case left out.
    private static let length = 20
    private static let base: UInt64 = 0x100_0000_01B3

    private var table: [UInt64]
    private var mask: Int
    private(set) var isEmpty = true

    init(_ text: [UInt8]) {
        var slots = 64
        while slots < text.count * 2 { slots *= 2 }
        table = [UInt64](repeating: 0, count: slots)
        mask = slots - 1
        text.withUnsafeBufferPointer { bytes in
            var slots: [Int] = []
            Self.walk(bytes) { hash in slots.append(Int(truncatingIfNeeded: hash)) }
            for hash in slots { insert(UInt64(truncatingIfNeeded: hash)) }
        }
    }

    private mutating func insert(_ hash: UInt64) {
        isEmpty = false
        let key = hash | 1
        var slot = Self.slot(of: key, mask)
        while table[slot] != 0 {
            if table[slot] == key { return }
            slot = (slot + 1) & mask
        }
        table[slot] = key
    }

    /// The share of the text's stretches that the set has. Nil for text shorter than a stretch.
    func share(of text: UnsafeBufferPointer<UInt8>) -> Float? {
        var all = 0
        var found = 0
        Self.walk(text) { hash in
            all += 1
            let key = hash | 1
            var slot = Self.slot(of: key, mask)
            while table[slot] != 0 {
                if table[slot] == key {
                    found += 1
                    break
                }
                slot = (slot + 1) & mask
            }
        }
        return all == 0 ? nil : Float(found) / Float(all)
    }

    private static func slot(of key: UInt64, _ mask: Int) -> Int { Int((key ^ key >> 32) & UInt64(mask)) }

    /// Shows the hash of each stretch (Karp and Rabin, 1987).
    @inline(__always)
    private static func walk(_ text: UnsafeBufferPointer<UInt8>, _ show: (UInt64) -> Void) {
        var leaving: UInt64 = 1
        for _ in 0..<length { leaving = leaving &* base }
        var window: (UInt64, Int) = (0, 0)
        var tail = 0
        for byte in text {
            guard let folded = fold(byte) else { continue }
            window.0 = window.0 &* base &+ UInt64(folded)
            window.1 += 1
            if window.1 > length {
                while true {
                    let old = text[tail]
                    tail += 1
                    if let old = fold(old) {
                        window.0 = window.0 &- UInt64(old) &* leaving
                        break
                    }
                }
            }
            if window.1 >= length { show(window.0 &* 0x9E37_79B9_7F4A_7C15) }
        }
    }

    @inline(__always)
    private static func fold(_ byte: UInt8) -> UInt8? {
        if byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26 { return byte }
        return byte &- 0x41 < 26 ? byte | 0x20 : nil
    }
}
