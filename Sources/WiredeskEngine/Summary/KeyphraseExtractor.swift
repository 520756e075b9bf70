/// Finds the phrases that say what the article is about.
///
/// Candidates are runs of words between function words, verbs and marks, as in RAKE (Rose et al., 2010), and the names
/// of the entities; they are ranked by frequency, rarity and place. Languages whose function words are not known, and
/// those written without spaces, get none.
enum KeyphraseExtractor {
    private static let limit = 10

    static func extract(
        from document: Document, entities: [Entity], interruption: Interruption
    ) throws(WiredeskError) -> [Keyphrase] {
        guard let language = document.language, StopWords.knows(language), !isUnspaced(language) else { return [] }
        var candidates = PhraseCandidates(document, entities: entities)
        for sentence in document.sentences.indices {
            if sentence % 64 == 0 { try interruption.check() }
            candidates.addPhrases(of: sentence)
        }
        let ranked = candidates.ranked()
        var chosen: [PhraseCandidate] = []
        for candidate in ranked where chosen.count < limit {
            guard let best = chosen.first else {
                chosen.append(candidate)
                continue
            }
            guard candidate.score > best.score * 0.1 else { break }
            if !chosen.contains(where: { $0.sharesWord(with: candidate) }) { chosen.append(candidate) }
        }
        guard let best = chosen.first?.score else { return [] }
        return chosen.map { candidate in
            Keyphrase(
                text: candidate.text(in: document), score: (Double(candidate.score / best) * 10_000).rounded() / 10_000)
        }
    }

    private static func isUnspaced(_ language: String) -> Bool {
        ["ja", "zh", "th", "ko"].contains(String(language.prefix { $0 != "-" }))
    }
}
