import WiredeskModel

/// What an editor says about someone or something in an article.
struct AnnotatedEntity: Sendable {
    let type: EntityType
    /// The fullest proper form of the text.
    let name: String
    /// The value of a date.
    let value: String?
    let roles: [AnnotatedRole]
    let country: AnnotatedCountry?
}
