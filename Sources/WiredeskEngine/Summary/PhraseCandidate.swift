/// A phrase that may be a keyphrase.
struct PhraseCandidate {
    /// Hashes of its words' stems, in order.
    let words: [UInt64]
    /// Bytes of the text where it stands as it is best shown: not where a sentence starts, if possible.
    var shown: Range<Int>
    var startsSentence: Bool
    /// The sentence that has it first.
    let firstSentence: Int
    var count = 1
    /// Whether it is a name: all its words have capitals, away from the sentence's start.
    var isName: Bool
    /// Mean inverse document frequency of its words.
    let rarity: Float
    /// The name of an entity, which is shown in place of the text.
    var entityName: String?
    var score: Float = 0

    /// Whether one repeats a word of the other.
    func sharesWord(with other: PhraseCandidate) -> Bool { words.contains { other.words.contains($0) } }

    func text(in document: Document) -> String {
        entityName ?? String(decoding: document.text[shown], as: UTF8.self)
    }
}
