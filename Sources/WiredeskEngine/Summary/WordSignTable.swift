/// The signs of a language's words, looked up by their hash: one look for all of them.
struct WordSignTable: Sendable {
    private var words: HashNumbering
    /// By the word's number.
    private var signs: [WordSigns] = []

    /// - Parameter language: a BCP 47 tag; the table is that of English where the function words of a language are not known.
    static func of(_ language: String?) -> WordSignTable {
        let primary = language.map(LanguageTag.primary(of:)) ?? "en"
        return primary == "en" ? english : (others[primary] ?? english)
    }

    /// The signs of a word in lower case by its `Hash64`.
    @inline(__always)
    func signs(of hash: UInt64) -> WordSigns { words.find(hash).map { signs[$0] } ?? [] }

    private static let english = WordSignTable([
        (.stop, StopWords.english), (.speechVerb, StopWords.speechVerbs), (.captionWord, StopWords.captionWords),
        (.anaphor, StopWords.anaphors), (.contrast, StopWords.contrasts), (.phraseBreaker, StopWords.phraseBreakers),
    ])

    /// Of the languages that are not English nothing but the function words is known.
    private static let others = StopWords.sets.mapValues { WordSignTable([(.stop, $0)]) }

    private init(_ sets: [(WordSigns, WordSet)]) {
        words = HashNumbering(capacity: 0)
        for (sign, set) in sets {
            for hash in set.hashes {
                let word = words.number(of: hash)
                if word == signs.count { signs.append([]) }
                signs[word].formUnion(sign)
            }
        }
    }
}
