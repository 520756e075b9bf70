/// Finds the phrases that say what the article is about.
enum KeyphraseExtractor {
    static func extract(
        from document: Document, entities: [Entity], interruption: Interruption
    ) throws(WiredeskError) -> [Keyphrase] {
        []
    }
}
