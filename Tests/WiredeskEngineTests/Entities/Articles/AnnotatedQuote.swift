/// Who speaks from a place of the article on.
struct AnnotatedQuote: Sendable {
    /// The first byte after the quotation mark.
    let start: Int
    /// The key of an entity.
    let speaker: String
}
