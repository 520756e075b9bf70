/// Looks blocks up in `CuePhrases`.
struct CueFinder {
    private struct Phrase {
        var reason: RemovalReason
        var strength: Cue.Strength
        /// Into `letters`.
        var range: Range<Int>
        /// The next phrase with the same first word, or -1.
        var next: Int
    }

    /// Blocks with more words are running text, whatever stands in them.
    static let maximumWords = 40
    /// A block that only begins with a phrase has no more words than these.
    private static let maximumWordsAfterStart = 14

    private let letters: [UInt8]
    private var phrases: [Phrase] = []
    private var firstByWord: [UInt64: Int] = [:]

    static let shared = CueFinder()

    private init() {
        var letters: [UInt8] = []
        for table in CuePhrases.tables {
            let bytes = UnsafeBufferPointer(start: table.phrases.utf8Start, count: table.phrases.utf8CodeUnitCount)
            for line in bytes.split(separator: 0x0A) {
                let strength: Cue.Strength =
                    switch line[line.startIndex] {
                    case UInt8(ascii: "="): .whole
                    case UInt8(ascii: "^"): .begins
                    default: .held
                    }
                let start = letters.count
                letters += line.dropFirst(2)
                let hash = Self.hash(letters, from: start, to: letters.count)
                phrases.append(
                    Phrase(
                        reason: table.reason, strength: strength, range: start..<letters.count,
                        next: firstByWord[hash] ?? -1))
                firstByWord[hash] = phrases.count - 1
            }
        }
        self.letters = letters
    }

    /// The strongest cue in the words, the earliest among equals.
    func cue(in words: FoldedWords) -> Cue? {
        guard !words.isEmpty, words.starts.count <= Self.maximumWords else { return nil }
        var best: Cue?
        for (position, start) in words.starts.enumerated() {
            var index = firstByWord[Self.hash(words.letters, from: start, to: words.letters.count)] ?? -1
            while index >= 0 {
                let phrase = phrases[index]
                index = phrase.next
                if let strength = strength(of: phrase, in: words, at: start, isFirst: position == 0),
                    best.map({ $0.strength < strength }) ?? true
                {
                    best = Cue(reason: phrase.reason, strength: strength)
                }
            }
            if best?.strength == .whole { break }
        }
        return best
    }

    private func strength(of phrase: Phrase, in words: FoldedWords, at start: Int, isFirst: Bool) -> Cue.Strength? {
        let end = start + phrase.range.count
        guard end <= words.letters.count, end == words.letters.count || words.letters[end] == 0x20,
            words.letters[start..<end].elementsEqual(letters[phrase.range])
        else { return nil }
        if isFirst, end == words.letters.count { return .whole }
        switch phrase.strength {
        case .whole: return nil
        case .begins: return isFirst && words.starts.count <= Self.maximumWordsAfterStart ? .begins : nil
        case .held: return .held
        }
    }

    /// FNV-1a over the word that begins here.
    private static func hash(_ letters: [UInt8], from start: Int, to end: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = start
        while index < end, letters[index] != 0x20 {
            hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01B3
            index += 1
        }
        return hash
    }
}
