extension BlockMeasures {
    /// Counts a stretch of UTF-8, ends trimmed.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        add(bytes, range)
    }

    /// Adds a further line of the same block.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let isFirstLine = characters == 0
        if endsSentence { innerEnds += 1 }
        var word = Word()
        var lastHash: UInt64 = 0
        let common = WordTable.common
        var index = range.lowerBound
        var isAfterEnd = false
        while index < range.upperBound {
            let start = index
            let scalar = ScalarDecoder.next(bytes, &index, end: range.upperBound)
            let kind = ScalarKind(scalar)
            characters += 1
            if isFirstLine, start == range.lowerBound { first = Self.opening(kind) }
            if kind == .space {
                if isAfterEnd { innerEnds += 1 }
                isAfterEnd = false
                close(&word, &lastHash, common)
                continue
            }
            count(kind, scalar, &word)
            switch kind {
            case .sentenceEnd: isAfterEnd = true
            case .closing, .quote: break
            default: isAfterEnd = false
            }
        }
        if isFirstLine, first == .quote, LineBreak.beginsInSuffix(bytes, range) { first = .closing }
        let endsInLowerCase = word.startsLower
        close(&word, &lastHash, common)
        last = Self.ending(bytes, range, &endsInFullStop)
        endsInCommentWord = WordTable.comment.contains(lastHash)
        endsInJoiningWord = endsInLowerCase && last == .none && WordTable.joining.contains(lastHash)
    }

    /// A word on the way.
    private struct Word {
        var letters = 0
        var digits = 0
        /// What the digits say, as far as a year needs.
        var value = 0
        var upper = 0
        var startsUpper = false
        var startsLower = false
        /// Of its letters in lower case.
        var hash = WordTable.basis
        /// Digits on end, and whether a point or colon and one or two digits stand before them.
        var figures = 0
        var isAfterPoint = false
    }

    @inline(__always)
    private mutating func count(_ kind: ScalarKind, _ scalar: UInt32, _ word: inout Word) {
        if kind != .digit, word.figures > 0 {
            if word.isAfterPoint, word.figures == 2 { clockTimes += 1 }
            word.isAfterPoint = word.figures <= 2 && (scalar == 0x3A || scalar == 0x2E)
            word.figures = 0
        }
        switch kind {
        case .upper, .lower, .uncased:
            letters += 1
            if word.letters == 0, word.digits == 0 {
                word.startsUpper = kind == .upper
                word.startsLower = kind == .lower
            }
            word.letters += 1
            if kind == .upper { word.upper += 1 }
            if kind == .uncased { uncased += 1 }
            mix(scalar < 0x80 ? scalar | 0x20 : scalar)
            word.hash = WordTable.mixed(word.hash, kind == .upper ? ScalarKind.lowercased(scalar) : scalar)
        case .digit:
            digits += 1
            word.digits += 1
            word.figures += 1
            if word.digits <= 4, scalar < 0x80 { word.value = word.value * 10 + Int(scalar - 0x30) }
            mix(scalar)
        case .comma: commas += 1
        case .quote: quotes += 1
        case .divider: dividers += 1
        case .at: addresses += 1
        default: break
        }
    }

    @inline(__always)
    private mutating func mix(_ scalar: UInt32) {
        hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
    }

    private mutating func close(_ word: inout Word, _ lastHash: inout UInt64, _ common: WordTable) {
        defer { word = Word() }
        guard word.letters + word.digits > 0 else { return }
        words += 1
        if words == 1 { beginsInLowerCase = word.startsLower }
        if word.letters > 0 {
            lastHash = word.hash
            if words == 1 { beginsInCommentWord = WordTable.comment.contains(word.hash) }
            if common.contains(word.hash) { commonWords += 1 }
        }
        if word.digits > 0 { numbers += 1 }
        if word.isAfterPoint, word.figures == 2 { clockTimes += 1 }
        if word.digits == 4, word.letters == 0, (1990...2039).contains(word.value) { years += 1 }
        if word.startsUpper { capitalized += 1 }
        if word.startsLower {
            lower += 1
            if word.letters <= 4 { shortLower += 1 }
        }
        if word.upper >= 2, word.upper == word.letters { allCaps += 1 }
    }

    private static func opening(_ kind: ScalarKind) -> Opening {
        switch kind {
        case .upper, .uncased: .upper
        case .lower: .lower
        case .digit: .digit
        case .closing, .comma, .sentenceEnd, .colon: .closing
        case .divider: .bullet
        case .quote, .opening: .quote
        default: .other
        }
    }

    /// What the stretch ends in, closing quotes and brackets read over.
    private static func ending(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isFullStop: inout Bool)
        -> Ending
    {
        isFullStop = false
        var end = range.upperBound
        while end > range.lowerBound {
            var start = end - 1
            while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            var index = start
            let scalar = ScalarDecoder.next(bytes, &index, end: end)
            if scalar == 0x2026 { return .ellipsis }
            switch ScalarKind(scalar) {
            case .sentenceEnd:
                // "..." is an ellipsis.
                let isEllipsis = scalar == 0x2E && start >= range.lowerBound + 2 && bytes[start - 1] == 0x2E
                isFullStop = !Self.questions.contains(scalar)
                return isEllipsis ? .ellipsis : .sentence
            case .colon: return .colon
            case .comma: return .comma
            case .opening: return .opening
            case .dash: return .dash
            case .quote where end == range.upperBound && isOpen(bytes, range.lowerBound..<start): return .opening
            case .closing, .quote, .space: end = start
            default: return .none
            }
        }
        return .none
    }

    /// Whether a quotation mark behind this opens a quotation.
    private static func isOpen(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.isEmpty || bytes[range.upperBound - 1] == 0x20 || bytes[range.upperBound - 1] == UInt8(ascii: "(")
    }

    /// Question and exclamation marks.
    private static let questions: Set<UInt32> = [0x21, 0x3F, 0x61F, 0xFF01, 0xFF1F]
}
