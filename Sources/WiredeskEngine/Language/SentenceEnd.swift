/// A place where a sentence may end: its marks, and what they are followed by. Offsets count bytes of the paragraph.
struct SentenceEnd {
    enum Mark {
        /// One full stop.
        case fullStop
        /// Two full stops or more, or the character for it.
        case ellipsis
        /// Marks that hold a question or exclamation mark.
        case exclamation
        /// A stop of a script that has no other use for it: 。 । ۔ ។ and their like.
        case unambiguous
    }

    var mark: Mark
    /// The first mark.
    var start: Int
    /// After the last mark and the quotation marks, brackets and note numbers that close behind it.
    var end: Int
    /// Where the next word starts or the quotation mark that opens before it.
    var next = 0
    /// Full stops, counted over a spaced ellipsis as well.
    var fullStops = 0
    /// Whether the full stops of an ellipsis stand apart (`. . .`).
    var isSpaced = false
    /// Whether a quotation mark closes behind the marks.
    var closesQuote = false
    /// Whether a bracket closes behind the marks.
    var closesBracket = false
    /// Whether a blank follows.
    var precedesBlank = false
}
