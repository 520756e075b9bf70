/// What can be seen of a sentence without knowing the others.
struct SentenceSurface {
    var words = 0
    /// Words with a capital that are not the first.
    var capitals = 0
    /// Those that the document has not had before.
    var newCapitals = 0
    var numbers = 0
    var quotationMarks = 0
    var startsWithQuotation = false
    var startsWithPronoun = false
    /// `But`, `However` and the like.
    var startsWithContrast = false
    /// A full stop behind a blank, as captions run into the text of some papers have it.
    var endsLikeCaption = false
    var isQuestion = false
    var hasBracket = false
    /// `pictured`, `(left)`, `scroll down`.
    var hasCaptionWord = false
    var hasSpeechVerb = false
}
