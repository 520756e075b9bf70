/// A stretch of one paragraph in quotation marks, the marks included.
struct QuotedStretch {
    /// Tokens from the opening mark to the closing one, or to the paragraph's end when there is none.
    var tokens: Range<Int>
    var paragraph: Int
    var isClosed: Bool
    /// Whether it has no opening mark of its own, because the speech goes on from the paragraph before.
    var goesOn = false

    /// The tokens between the marks.
    var inner: Range<Int> {
        let end = isClosed ? tokens.upperBound - 1 : tokens.upperBound
        let start = goesOn ? tokens.lowerBound : tokens.lowerBound + 1
        return start..<max(end, start)
    }
}
