/// How long a summary may be.
enum SummaryLength: Equatable {
    case sentences(Int)
    case words(Int)
    /// Share of the article's words.
    case ratio(Double)

    init(_ options: AnalysisOptions) {
        self =
            if let words = options.words { .words(words) } else if let ratio = options.ratio { .ratio(ratio) } else {
                .sentences(options.sentences ?? 3)
            }
    }
}
