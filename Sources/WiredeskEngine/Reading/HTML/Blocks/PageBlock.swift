/// A stretch of visible text without a paragraph break in it.
struct PageBlock {
    /// In the page's text.
    var start: Int32
    var end: Int32
    /// In the decoded input, from the first character to the last.
    var sourceStart: Int32
    var sourceEnd: Int32
    /// Position of the innermost element around it.
    var element: Int32
    /// Bytes of its text inside links.
    var linkBytes: Int32
    /// Bytes of its text in bold.
    var boldBytes: Int32
    /// Bytes of its text in italics.
    var italicBytes: Int32 = 0
    var linkCount: UInt16
    /// Pictures, films and frames since the text before it.
    var mediaBefore: UInt16 = 0
    /// What the inline elements in it say.
    var inline: MarkupEvidence

    var range: Range<Int> { Int(start)..<Int(end) }
    var source: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }
    var count: Int { Int(end - start) }
}
