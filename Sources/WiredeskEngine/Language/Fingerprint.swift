/// Near-duplicate detection.
enum Fingerprint {
    /// 64-bit SimHash over the words (Charikar, 2002), as sixteen hexadecimal digits; nil for a text without words.
    ///
    /// The features are the text's runs of three words in lower case (fewer where the text is shorter), each counted
    /// as often as it occurs. A run's hash mixes its words' `Hash64` in order; bit `i` of the fingerprint is set when
    /// more than half of the runs have it set. None of this may ever change.
    static func simHash(_ text: [UInt8], tokens: [Token]) -> String? {
        let counters = BitCounters(shingles(of: text, tokens))
        guard counters.count > 0 else { return nil }
        let digits = String(counters.majority, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func shingles(of text: [UInt8], _ tokens: [Token]) -> [UInt64] {
        var shingles: [UInt64] = []
        shingles.reserveCapacity(tokens.count)
        text.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            var first: UInt64 = 0
            var second: UInt64 = 0
            var words = 0
            for token in tokens where token.isWord {
                let third = Hash64.lowercased(text, token.range)
                words += 1
                if words >= 3 { shingles.append(shingle(first, second, third)) }
                (first, second) = (second, third)
            }
            if words == 1 || words == 2 { shingles.append(shingle(0, first, second)) }
        }
        return shingles
    }

    private static func shingle(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        Hash64.mix((Hash64.mix(first &+ 0x9E37_79B9_7F4A_7C15) ^ second) &* 0x9E37_79B9_7F4A_7C15 ^ third)
    }
}
