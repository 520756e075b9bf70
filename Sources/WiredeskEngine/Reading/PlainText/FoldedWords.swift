/// A short text's words in lower case, without the punctuation around them, one space between: how wordings are compared.
struct FoldedWords {
    private(set) var letters: [UInt8] = []
    /// Where each word begins in `letters`.
    private(set) var starts: [Int] = []

    /// The last byte pushed that ends a word: trailing punctuation after it is dropped.
    private var end = 0
    private var start = -1

    /// - Parameter limit: words taken at most.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>], limit: Int) {
        letters.reserveCapacity(min(ranges.reduce(0) { $0 + $1.count }, limit * 12) + ranges.count)
        for range in ranges {
            var index = range.lowerBound
            while index < range.upperBound, starts.count < limit {
                push(ScalarDecoder.next(bytes, &index, end: range.upperBound))
            }
            closeWord()
        }
    }

    var isEmpty: Bool { starts.isEmpty }

    /// Hashes (FNV-1a) of the words that have this many bytes at least.
    func hashes(ofWordsFrom length: Int) -> [UInt64] {
        var hashes: [UInt64] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : letters.count
            guard end - start >= length else { continue }
            hashes.append(letters[start..<end].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        }
        return hashes
    }

    private mutating func push(_ scalar: UInt32) {
        switch ScalarKind(scalar) {
        case .space: closeWord()
        case .upper, .lower, .uncased, .digit:
            openWord()
            append(ScalarKind.lowercased(scalar))
            end = letters.count
        default:
            if scalar == 0xA9 {
                closeWord()
                openWord()
                append(scalar)
                end = letters.count
                closeWord()
            } else if scalar == 0x26 || scalar == 0x2B {
                openWord()
                append(scalar)
                end = letters.count
            } else if start >= 0 {
                // Inside a word an apostrophe is one, however it is written.
                append(scalar == 0x2019 ? 0x27 : scalar)
            }
        }
    }

    private mutating func openWord() {
        guard start < 0 else { return }
        if !starts.isEmpty { letters.append(0x20) }
        start = letters.count
    }

    private mutating func closeWord() {
        guard start >= 0 else { return }
        letters.removeLast(letters.count - end)
        starts.append(start)
        start = -1
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            letters.append(UInt8(truncatingIfNeeded: scalar))
        } else if let unicode = Unicode.Scalar(scalar) {
            letters += UTF8.encode(unicode).map { Array($0) } ?? []
        }
    }
}
