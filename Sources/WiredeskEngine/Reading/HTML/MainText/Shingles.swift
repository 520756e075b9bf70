/// The hashes of a text's stretches of twenty letters and digits; white space, punctuation and case do not count.
struct Shingles {
    /// Bytes of a stretch.
    private static let length = 20
    private static let base: UInt64 = 0x100_0000_01B3
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

    /// Of the text last read; none is 0.
    private(set) var hashes: [UInt64] = []
    /// Room for the text's bytes that count; its size is that of the longest text so far, at least.
    private var folded: [UInt8] = []

    /// Hashes all stretches of a text, each from the one before (Karp and Rabin, 1987).
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        hashes.removeAll(keepingCapacity: true)
        guard text.count >= Self.length else { return }
        let count = fold(text)
        guard count >= Self.length else { return }
        hashes.reserveCapacity(count)
        let leaving = Self.leaving
        var window: UInt64 = 0
        folded.withUnsafeBufferPointer { folded in
            for index in 0..<count {
                window = window &* Self.base &+ UInt64(folded[index])
                if index >= Self.length { window = window &- UInt64(folded[index - Self.length]) &* leaving }
                if index >= Self.length - 1 { hashes.append(window &* 0x9E37_79B9_7F4A_7C15 | 1) }
            }
        }
    }

    /// Writes the bytes that count to the front of `folded`, and gives their number. Every byte is written, and the next
    /// one over those that do not count: no jump that a processor has to guess.
    private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        if folded.count < text.count { folded = [UInt8](repeating: 0, count: text.count * 2) }
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
