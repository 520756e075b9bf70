/// Finds the names of a text: by rules, and in English texts by the name tagger, which takes what the rules say as
/// evidence.
enum NameFinder {
    /// - Parameter taken: for each lexeme, whether a time or an amount holds it.
    static func names(
        in text: LexedText, taken: [Bool], interruption: Interruption
    ) throws(WiredeskError) -> [TypedName] {
        let evidence = CaseEvidence(text)
        let candidates = try NameScanner.candidates(
            in: text, evidence: evidence, taken: taken, interruption: interruption)
        let rules = try NameTyper.names(candidates, in: text, evidence: evidence, interruption: interruption)
        guard text.isEnglish else { return rules }
        let input = try TaggerInput(text, rules: rules, taken: taken, interruption: interruption)
        var tagged = try NameTagger.names(input, interruption: interruption)
        NameVote.apply(to: &tagged, in: text)
        tagged = NameTrimmer(text, rules: rules, taken: taken).trimmed(tagged)
        // Once more: the parts of names that were cut, "DAB" of "Ann Lee of DAB", have a voice too.
        NameVote.apply(to: &tagged, in: text)
        return try NameRefiner.names(
            tagged, rules: rules, in: text, evidence: evidence, interruption: interruption)
    }
}
