import WiredeskModel

/// A stretch of a paragraph within which nothing that was found begins or ends.
struct TextPiece {
    /// UTF-8 bytes of the clean text.
    let start: Int
    let end: Int
    /// The mention that it is.
    let mark: MarkedText.Mark?
    let isInSummary: Bool
    /// The quote that it is part of.
    let quote: Quote?
}
