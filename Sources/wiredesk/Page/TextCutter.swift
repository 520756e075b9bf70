import WiredeskModel

/// Cuts a text, paragraph by paragraph, where a mention, a summary sentence or a quote begins or ends. A mention is never
/// cut. Takes time linear in the text and what was found in it.
struct TextCutter {
    private let marks: [MarkedText.Mark]
    private let sentences: [SummarySentence]
    private let quotes: [Quote]
    /// Where a piece may begin, ascending.
    private let cuts: [Int]
    private var nextCut = 0
    private var nextMark = 0
    private var nextSentence = 0
    private var nextQuote = 0

    init(_ analysis: Analysis) {
        marks = MarkedText.marks(of: analysis.entities ?? [])
        sentences = (analysis.summary?.sentences ?? []).sorted { $0.start < $1.start }
        quotes = (analysis.quotes ?? []).sorted { $0.start < $1.start }
        let around = sentences.flatMap { [$0.start, $0.end] } + quotes.flatMap { [$0.start, $0.end] }
        var cuts = Set(marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
        var mark = 0
        for cut in around.sorted() {
            while mark < marks.count, marks[mark].range.upperBound <= cut { mark += 1 }
            if mark == marks.count || cut <= marks[mark].range.lowerBound { cuts.insert(cut) }
        }
        self.cuts = cuts.sorted()
    }

    /// The pieces of the next paragraph.
    mutating func pieces(of paragraph: Paragraph) -> [TextPiece] {
        var pieces: [TextPiece] = []
        var start = paragraph.start
        while start < paragraph.end {
            while nextCut < cuts.count, cuts[nextCut] <= start { nextCut += 1 }
            let end = nextCut < cuts.count ? min(cuts[nextCut], paragraph.end) : paragraph.end
            while nextMark < marks.count, marks[nextMark].range.lowerBound < start { nextMark += 1 }
            let isMark = nextMark < marks.count && marks[nextMark].range == start..<end
            pieces.append(
                TextPiece(
                    start: start, end: end, mark: isMark ? marks[nextMark] : nil,
                    isInSummary: Self.one(of: sentences, at: start, &nextSentence) != nil,
                    quote: Self.one(of: quotes, at: start, &nextQuote)))
            start = end
        }
        return pieces
    }

    /// The one that holds this position, with those before it left behind.
    private static func one<S: Spanned>(of spans: [S], at position: Int, _ next: inout Int) -> S? {
        while next < spans.count, spans[next].end <= position { next += 1 }
        return next < spans.count && spans[next].start <= position ? spans[next] : nil
    }
}
