/// A stretch of one paragraph in quotation marks, the marks included.
struct QuotedStretch {
    /// Tokens from the opening mark to the closing one, or to the paragraph's end when there is none.
    var tokens: Range<Int>
    var paragraph: Int
    var isClosed: Bool

    /// The tokens between the marks.
    var inner: Range<Int> {
        let end = isClosed ? tokens.upperBound - 1 : tokens.upperBound
        return tokens.lowerBound + 1..<max(end, tokens.lowerBound + 1)
    }
}
