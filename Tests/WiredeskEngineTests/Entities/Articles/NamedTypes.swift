import WiredeskModel

/// The types of what has a name, unlike dates and amounts.
enum NamedTypes {
    static let all: Set<EntityType> = [
        .person, .organization, .geopolitical, .location, .facility, .nationality, .event, .law, .work, .product, .misc,
    ]
}
