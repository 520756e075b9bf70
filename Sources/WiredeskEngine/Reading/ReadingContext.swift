/// What a reader knows besides the input.
struct ReadingContext {
    /// Where the caller found the article.
    var url: String?
    /// Seconds since 1970-01-01T00:00:00Z; nothing was published later.
    var now: Int
    var interruption: Interruption
}
