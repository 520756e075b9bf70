/// An article with all that an editor says is in it.
///
/// A file has three parts between lines of three hyphens. The first is the article after `published:` and `headline:`;
/// its lines are joined to paragraphs, and every mention stands in brackets, with its entity's key where that is not the
/// mention itself: `[Lindqvist|Karen Lindqvist]`. The second has a line for each entity: key, type, name (the key, if
/// empty; the value of a `DATE`), and the roles of a person or the country of a place or nationality. The third says who
/// speaks: a speaker's key and how the quote begins.
///
/// The headline is given to the engine as the first paragraph, and what is found in it is not scored.
struct AnnotatedArticle: Sendable, CustomStringConvertible {
    let description: String
    let published: String
    /// The headline and the text, as a user would send them.
    let input: String
    /// The text without the headline, in bytes of the input.
    let body: Range<Int>
    /// In text order, in bytes of the input.
    let mentions: [AnnotatedMention]
    let entities: [String: AnnotatedEntity]
    let quotes: [AnnotatedQuote]

    /// What makes a file's annotation worthless.
    struct Malformed: Error, Equatable {
        var article: String
        var reason: String
    }
}
