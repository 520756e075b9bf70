/// Chooses the sentences that say most of what the article says.
enum Summarizer {
    static func summarize(
        _ document: Document, entities: [Entity], length: SummaryLength, interruption: Interruption
    ) throws(WiredeskError) -> Summary {
        Summary(sentences: [], text: "")
    }
}
