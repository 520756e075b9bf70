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

    static let shared = CueFinder(CuePhrases.table)

    private init(_ table: StaticString) {
        letters = Array(UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount))
        var start = 0
        while start < letters.count {
            let end = letters[start...].firstIndex(of: 0x0A) ?? letters.count
            defer { start = end + 1 }
            let space = letters[start..<end].firstIndex(of: 0x20) ?? end
            let phrase = space + 3
            guard phrase < end,
                let reason = RemovalReason(rawValue: String(decoding: letters[start..<space], as: UTF8.self))
            else { continue }
            let strength: Cue.Strength =
                switch letters[space + 1] {
                case UInt8(ascii: "="): .whole
                case UInt8(ascii: "^"): .begins
                default: .held
                }
            let hash = Self.hash(letters, from: phrase, to: end)
            phrases.append(
                Phrase(reason: reason, strength: strength, range: phrase..<end, next: firstByWord[hash] ?? -1))
            firstByWord[hash] = phrases.count - 1
        }
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
