/// A word as the summary and the key phrases look at it.
struct SummaryWord {
    /// Of the word in lower case.
    var hash: UInt64 = 0
    /// Of the part that its forms share.
    var stem: UInt64 = 0
    var signs: WordSigns = []
    /// Whether it begins with a capital.
    var isCapital = false
}
