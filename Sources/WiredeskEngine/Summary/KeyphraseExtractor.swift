/// Finds the phrases that say what the article is about.
///
/// Candidates are runs of words between function words, verbs and marks, as in RAKE (Rose et al., 2010), and the names
/// of the entities; they are ranked by frequency, rarity and place. Languages whose function words are not known, and
/// those written without spaces, get none.
enum KeyphraseExtractor {
    private static let limit = 10

    static func extract(
        from document: Document, _ words: SummaryWords, entities: [Entity], interruption: Interruption
    ) throws(WiredeskError) -> [Keyphrase] {
        guard let language = document.language, StopWords.knows(language), !isUnspaced(language) else { return [] }
        var candidates = PhraseCandidates(document, words, entities: entities)
        for sentence in document.sentences.indices {
            if sentence % 64 == 0 { try interruption.check() }
            candidates.addPhrases(of: sentence)
        }
        let ranked = candidates.ranked()
        guard let best = ranked.first?.score else { return [] }
        var chosen: [RankedPhrase] = []
        for phrase in ranked {
            guard chosen.count < limit, phrase.score > best * 0.1 else { break }
            if !chosen.contains(where: { candidates.shareWord($0.candidate, phrase.candidate) }) {
                chosen.append(phrase)
            }
        }
        return chosen.map { phrase in
            Keyphrase(
                text: candidates.text(of: phrase.candidate),
                score: (Double(phrase.score / best) * 10_000).rounded() / 10_000)
        }
    }

    private static func isUnspaced(_ language: String) -> Bool {
        ["ja", "zh", "th", "ko"].contains(LanguageTag.primary(of: language))
    }
}
