/// The signs of a language's words, looked up by their hash: one look for all of them.
struct WordSignTable: Sendable {
    private var hashes: [UInt64]
    private var signs: [WordSigns]

    /// - Parameter language: a BCP 47 tag; the table is that of English where the function words of a language are not known.
    static func of(_ language: String?) -> WordSignTable {
        let primary = language.map { String($0.prefix { $0 != "-" }) } ?? "en"
        return primary == "en" ? english : (others[primary] ?? english)
    }

    /// The signs of a word in lower case by its `Hash64`.
    @inline(__always)
    func signs(of hash: UInt64) -> WordSigns {
        var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return signs[slot] }
            slot = (slot + 1) & (hashes.count - 1)
        }
        return []
    }

    private static let english = WordSignTable([
        (.stop, StopWords.english), (.speechVerb, StopWords.speechVerbs), (.captionWord, StopWords.captionWords),
        (.anaphor, StopWords.anaphors), (.contrast, StopWords.contrasts), (.phraseBreaker, StopWords.phraseBreakers),
    ])

    /// Of the languages that are not English nothing but the function words is known.
    private static let others = StopWords.sets.mapValues { WordSignTable([(.stop, $0)]) }

    private init(_ sets: [(WordSigns, WordSet)]) {
        let words = sets.flatMap { set in set.1.hashes.map { (hash: $0, signs: set.0) } }
        var slots = 16
        // At most half full.
        while slots < words.count * 2 { slots *= 2 }
        hashes = Array(repeating: 0, count: slots)
        signs = Array(repeating: [], count: slots)
        for word in words {
            var slot = Int(truncatingIfNeeded: word.hash) & (slots - 1)
            while hashes[slot] != 0, hashes[slot] != word.hash { slot = (slot + 1) & (slots - 1) }
            hashes[slot] = word.hash
            signs[slot].formUnion(word.signs)
        }
    }
}
