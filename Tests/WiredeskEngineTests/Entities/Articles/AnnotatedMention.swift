/// Where an article mentions something.
struct AnnotatedMention: Sendable {
    /// Bytes of the input.
    let span: Range<Int>
    /// The key of its entity.
    let entity: String
}
