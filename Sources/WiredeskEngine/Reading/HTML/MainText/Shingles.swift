/// The hashes of a text's stretches of twenty letters and digits; white space, punctuation and case do not count.
struct Shingles {
    /// Bytes of a stretch.
    private static let length = 20
    private static let base: UInt64 = 0x100_0000_01B3
    /// Spreads a hash over its high bits.
    private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// What a byte that leaves the stretch is worth: the base to the length.
    private static let leaving = (0..<length).reduce(UInt64(1)) { power, _ in power &* base }

    /// The byte in lower case, 0 for those that do not count.
    private static let folds: [UInt8] = (0...255).map { (value: Int) -> UInt8 in
        switch value {
        case 0x41...0x5A: UInt8(value | 0x20)
        case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: UInt8(value)
        default: 0
        }
    }

    /// Room for the bytes that count and for the hashes; as large as the longest text so far, at least.
    private var folded: [UInt8] = []
    private var hashes: [UInt64] = []

    /// Hashes all stretches of a text, each from the one before (Karp and Rabin, 1987), and shows them.
    mutating func read<Result>(
        _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt64>) -> Result
    ) -> Result {
        let count = text.count >= Self.length ? fold(text) : 0
        guard count >= Self.length else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let leaving = Self.leaving
        return hashes.withUnsafeMutableBufferPointer { hashes in
            folded.withUnsafeBufferPointer { folded in
                var window: UInt64 = 0
                for index in 0..<(Self.length - 1) { window = window &* Self.base &+ UInt64(folded[index]) }
                let first = Self.length - 1
                hashes[0] = (window &* Self.base &+ UInt64(folded[first])) &* Self.spread
                window = window &* Self.base &+ UInt64(folded[first])
                for index in Self.length..<count {
                    window = window &* Self.base &+ UInt64(folded[index])
                    window = window &- UInt64(folded[index - Self.length]) &* leaving
                    hashes[index - first] = window &* Self.spread
                }
            }
            return body(UnsafeBufferPointer(rebasing: hashes[..<(count - Self.length + 1)]))
        }
    }

    /// Writes the bytes that count to the front of `folded`, and gives their number. Every byte is written, and the next
    /// one over those that do not count: no jump that a processor has to guess.
    private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        if folded.count < text.count {
            folded = [UInt8](repeating: 0, count: text.count * 2)
            hashes = [UInt64](repeating: 0, count: text.count * 2)
        }
        var count = 0
        Self.folds.withUnsafeBufferPointer { folds in
            folded.withUnsafeMutableBufferPointer { folded in
                for byte in text {
                    let fold = folds[Int(byte)]
                    folded[count] = fold
                    count += fold == 0 ? 0 : 1
                }
            }
        }
        return count
    }
}
