/// What an entity is. The names are those of OntoNotes 5 where it has them.
public enum EntityType: String, Sendable, Hashable, CaseIterable {
    case person = "PERSON"
    case organization = "ORG"
    /// A place with a government: country, state, city.
    case geopolitical = "GPE"
    /// Any other place: a river, a mountain, a region.
    case location = "LOC"
    /// Something built: an airport, a stadium, a street.
    case facility = "FAC"
    /// A nationality, a religious or a political group.
    case nationality = "NORP"
    case event = "EVENT"
    case law = "LAW"
    /// A book, a film, a song, a newspaper's title as a work.
    case work = "WORK"
    case product = "PRODUCT"
    /// A name that fits none of the above, or which of them cannot be told.
    case misc = "MISC"
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    /// A recurring time: "every Monday".
    case set = "SET"
    case money = "MONEY"
    case percent = "PERCENT"
    case quantity = "QUANTITY"
}

extension EntityType: Label {
    package static let names = LabelNames<EntityType>()

    /// A type that a later version adds reads as `MISC`.
    package static var unknown: EntityType? { .misc }
}
