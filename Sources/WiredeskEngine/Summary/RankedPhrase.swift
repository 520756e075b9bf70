/// A phrase that may be a keyphrase, and how much it says.
struct RankedPhrase {
    let candidate: PhraseCandidate
    let score: Float
}
