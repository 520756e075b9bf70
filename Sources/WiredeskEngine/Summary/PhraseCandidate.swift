/// A phrase that may be a keyphrase.
struct PhraseCandidate {
    /// Where the stems of its words lie in `PhraseCandidates.stems`.
    let stems: Range<Int>
    /// Bytes of the text where it stands as it is best shown: not where a sentence starts, if possible.
    var shown: Range<Int>
    var startsSentence: Bool
    /// The sentence that has it first.
    let firstSentence: Int
    var count = 1
    /// Whether it is a name: all its words have capitals, away from the sentence's start.
    var isName: Bool
    /// The entity whose name is shown in place of the text, as its place in the list.
    var entity: Int?
}
