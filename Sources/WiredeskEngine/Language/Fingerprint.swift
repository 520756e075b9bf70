/// Near-duplicate detection.
enum Fingerprint {
    /// 64-bit SimHash over the words (Charikar, 2002), as sixteen hexadecimal digits; nil for a text without words.
    ///
    /// The features are the text's runs of three words in lower case (fewer where the text is shorter), each counted
    /// as often as it occurs. A run's hash mixes its words' `Hash64` in order; bit `i` of the fingerprint is set when
    /// more than half of the runs have it set. None of this may ever change.
    static func simHash(_ text: [UInt8], tokens: [Token]) -> String? {
        var counters = BitCounters()
        text.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            var first: UInt64 = 0
            var second: UInt64 = 0
            var words = 0
            for token in tokens where token.isWord {
                let third = Hash64.lowercased(text, token.range)
                words += 1
                if words >= 3 { counters.add(shingle(first, second, third)) }
                (first, second) = (second, third)
            }
            if words == 1 || words == 2 { counters.add(shingle(0, first, second)) }
        }
        guard counters.count > 0 else { return nil }
        let digits = String(counters.majority, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func shingle(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        Hash64.mix((Hash64.mix(first &+ 0x9E37_79B9_7F4A_7C15) ^ second) &* 0x9E37_79B9_7F4A_7C15 ^ third)
    }
}

/// Counts for each of 64 bits how often it was set, all bits at once: plane `k` holds bit `k` of every count.
private struct BitCounters {
    private(set) var count = 0
    private var planes: [UInt64] = Array(repeating: 0, count: 32)

    mutating func add(_ bits: UInt64) {
        count += 1
        var carry = bits
        var plane = 0
        while carry != 0, plane < planes.count {
            let overflow = planes[plane] & carry
            planes[plane] ^= carry
            carry = overflow
            plane += 1
        }
    }

    /// The bits that were set in more than half of what was added.
    var majority: UInt64 {
        var result: UInt64 = 0
        for bit in 0..<64 {
            var total = 0
            for (plane, bits) in planes.enumerated() { total += Int(bits >> UInt64(bit) & 1) << plane }
            if total * 2 > count { result |= 1 << UInt64(bit) }
        }
        return result
    }
}
