/// The labels of the name tagger: BILOU (Ratinov and Roth, 2009) over four classes of names. A label is a number:
/// 0 for words outside names, then the four classes for each of begin, inside, last and unit.
enum NameLabel {
    static let outside = 0
    static let count = 17
    /// Labels but for `outside`, whose score is always 0.
    static let scored = 16
    static let classes = 4
    static let person = 0
    static let location = 2
    static let misc = 3

    enum Place: Int {
        case begin, inside, last, unit
    }

    static func label(_ place: Place, _ nameClass: Int) -> Int { 1 + place.rawValue * classes + nameClass }

    static func place(_ label: Int) -> Place? { label == outside ? nil : Place(rawValue: (label - 1) / classes) }

    /// The class of a label other than `outside`.
    static func nameClass(_ label: Int) -> Int { (label - 1) % classes }

    /// The labels of a name over so many words.
    static func labels(words: Int, nameClass: Int) -> [Int] {
        guard words > 1 else { return [label(.unit, nameClass)] }
        return [label(.begin, nameClass)] + Array(repeating: label(.inside, nameClass), count: words - 2)
            + [label(.last, nameClass)]
    }

    /// Person, organization, place, anything else.
    static func nameClass(of type: EntityType) -> Int {
        switch type {
        case .person: 0
        case .organization: 1
        case .geopolitical, .location, .facility: 2
        default: misc
        }
    }
}
