/// Tells a text's language: by its script first, then by the pieces of its words.
enum LanguageIdentifier {
    /// So many bytes and words say enough.
    private static let sampleBytes = 16_384
    private static let sampleWords = 200

    /// - Parameter markup: what the page claims, believed where the text does not say otherwise.
    /// - Returns: a BCP 47 tag, or nil when the text does not tell.
    static func identify(_ text: [UInt8], markup: String?) -> String? {
        let claim = markup.flatMap(LanguageTag.init)
        return text.withUnsafeBufferPointer { bytes in
            identify(UTF8Text(UnsafeBufferPointer(rebasing: bytes.prefix(sampleBytes))), claim: claim)
        }
    }

    private static func identify(_ text: UTF8Text, claim: LanguageTag?) -> String? {
        let census = ScriptCensus(text)
        guard let script = census.prevailing else { return claim?.shortest }
        if script == .kana || script == .han { return eastAsian(census, claim: claim) }
        if let language = script.language {
            // Yiddish is written like Hebrew, Tigrinya like Amharic: the page knows.
            return claim.flatMap { $0.script == script ? $0.shortest : nil } ?? language
        }
        guard var model = LanguageModel(script: script) else { return claim?.shortest }
        WordWalk.forEach(in: text, script: script, limit: sampleWords) { word in
            model.add(word)
            return !model.isSettled
        }
        guard model.words > 0 else { return claim?.shortest }
        let (language, margin, overClaimed) = model.best(claimed: claim?.primary)
        if let claim, isCredible(claim, best: language, overClaimed: overClaimed, words: model.words, script: script) {
            return claim.shortest
        }
        // One to three words of a common stock (names, "radio") are no evidence.
        return model.words < 4 && margin < 12 ? nil : language
    }

    private static func eastAsian(_ census: ScriptCensus, claim: LanguageTag?) -> String {
        if census[.kana] * 20 > census[.han] { return "ja" }
        if let claim, claim.primary == "ja" || claim.primary == "yue" { return claim.shortest }
        return census.traditional > census.simplified ? "zh-Hant" : "zh"
    }

    /// Whether the page's claim can stand beside what the text says.
    private static func isCredible(
        _ claim: LanguageTag, best: String, overClaimed: Int?, words: Int, script: Script
    ) -> Bool {
        if claim.primary == best || LanguageTag.areNear(claim.primary, best) { return true }
        guard claim.script == nil || claim.script == script else { return false }
        guard words >= 8 else { return true }
        // A language that the table does not hold is believed as long as the text is none that it does hold for sure.
        guard let overClaimed else { return !LanguageTag.isCommon(best) }
        return overClaimed < 12
    }
}
