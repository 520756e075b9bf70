/// A short text's words in lower case, without the punctuation around them, one space between: how wordings are compared.
struct FoldedWords {
    private(set) var letters: [UInt8] = []
    /// Where each word begins in `letters`.
    private(set) var starts: [Int] = []

    /// - Parameter limit: words taken at most.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>], limit: Int) {
        // A character never gets longer; the two bytes of a copyright sign may get a space on each side.
        let capacity = ranges.reduce(0) { $0 + 2 * $1.count + 1 }
        starts.reserveCapacity(min(limit, capacity / 4 + 1))
        var starts = starts
        letters = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            var writer = Writer(output: output, limit: limit)
            for range in ranges { writer.write(bytes, range, &starts) }
            count = writer.count
        }
        self.starts = starts
    }

    var isEmpty: Bool { starts.isEmpty }

    /// Hashes (FNV-1a) of the words that have this many bytes at least.
    func hashes(ofWordsFrom length: Int) -> [UInt64] {
        var hashes: [UInt64] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : letters.count
            guard end - start >= length else { continue }
            hashes.append(letters[start..<end].reduce(WordTable.basis) { WordTable.mixed($0, UInt32($1)) })
        }
        return hashes
    }

    /// Writes folded words to where there is room for them.
    private struct Writer {
        let output: UnsafeMutableBufferPointer<UInt8>
        let limit: Int
        var count = 0
        /// After the last byte of the word that is no punctuation: what follows it is dropped.
        private var end = 0
        private var start = -1

        init(output: UnsafeMutableBufferPointer<UInt8>, limit: Int) {
            self.output = output
            self.limit = limit
        }

        mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ starts: inout [Int]) {
            var index = range.lowerBound
            while index < range.upperBound, starts.count < limit {
                // Most characters are letters of ASCII and blanks.
                let byte = bytes[index]
                if byte.isAlphanumeric {
                    openWord(starts)
                    put(byte.lowercased)
                    end = count
                    index += 1
                    continue
                }
                if byte <= 0x20 {
                    closeWord(&starts)
                    index += 1
                    continue
                }
                let first = index
                let scalar = ScalarDecoder.next(bytes, &index, end: range.upperBound)
                switch ScalarKind(scalar) {
                case .space: closeWord(&starts)
                case .upper:
                    openWord(starts)
                    append(ScalarKind.lowercased(scalar), bytes, first..<index)
                    end = count
                case .lower, .uncased, .digit:
                    openWord(starts)
                    copy(bytes, first..<index)
                    end = count
                default: writeSign(scalar, bytes, first..<index, &starts)
                }
            }
            closeWord(&starts)
        }

        private mutating func writeSign(
            _ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ starts: inout [Int]
        ) {
            switch scalar {
            // The copyright sign is a word.
            case 0xA9:
                closeWord(&starts)
                openWord(starts)
                copy(bytes, range)
                end = count
                closeWord(&starts)
            case 0x26, 0x2B:
                openWord(starts)
                copy(bytes, range)
                end = count
            default:
                guard start >= 0 else { return }
                // Inside a word an apostrophe is one, however it is written.
                if scalar == 0x2019 { append(0x27, bytes, range) } else { copy(bytes, range) }
            }
        }

        private mutating func openWord(_ starts: [Int]) {
            guard start < 0 else { return }
            if !starts.isEmpty { put(0x20) }
            start = count
        }

        private mutating func closeWord(_ starts: inout [Int]) {
            guard start >= 0 else { return }
            count = end
            starts.append(start)
            start = -1
        }

        @inline(__always)
        private mutating func put(_ byte: UInt8) {
            guard count < output.count else { return }
            output[count] = byte
            count += 1
        }

        @inline(__always)
        private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            for index in range { put(bytes[index]) }
        }

        /// The lower-case letter has as many bytes as the one that stands there, or is ASCII.
        private mutating func append(_ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            if scalar < 0x80 {
                put(UInt8(truncatingIfNeeded: scalar))
            } else if range.count == 2, scalar < 0x800 {
                put(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
                put(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
            } else {
                copy(bytes, range)
            }
        }
    }
}
