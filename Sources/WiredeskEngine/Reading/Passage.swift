/// A paragraph on its way into the clean text.
struct Passage {
    var kind: ParagraphKind
    /// UTF-8, ends trimmed, never empty.
    var text: [UInt8]
    /// Where it stands in the decoded input.
    var source: Range<Int>?
    /// Its verbatim stretches (offsets into this passage's text), when line breaks inside it became spaces.
    var pieces: [Piece] = []
}
