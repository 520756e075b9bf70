/// What a word can be in a byline besides a part of a name. A word may be several things.
struct BylineWordKind: OptionSet {
    let rawValue: UInt32

    /// Between two names.
    static let conjunction = Self(rawValue: 1 << 0)
    /// After the last name.
    static let end = Self(rawValue: 1 << 1)
    /// "Jr.", "III": belongs to the name before it.
    static let generation = Self(rawValue: 1 << 2)
    /// Inside a name, though lower-case.
    static let particle = Self(rawValue: 1 << 3)
    /// What a person does: follows a name.
    static let role = Self(rawValue: 1 << 4)
    /// What only an organization's name holds.
    static let organization = Self(rawValue: 1 << 5)
    /// A news agency by name.
    static let agency = Self(rawValue: 1 << 6)
    /// Time words that markup around a name leaks into it, and labels of the profile links beside it.
    static let time = Self(rawValue: 1 << 7)
    /// Abbreviated weekdays that end up at a name's end.
    static let weekday = Self(rawValue: 1 << 8)
    /// Before "by" and a name.
    static let label = Self(rawValue: 1 << 9)
    /// Never part of a name.
    static let common = Self(rawValue: 1 << 10)
    static let month = Self(rawValue: 1 << 11)
    /// A noun of headlines that begins in upper case there.
    static let topic = Self(rawValue: 1 << 12)
    /// "By": a name follows, wherever in a byline it stands.
    static let by = Self(rawValue: 1 << 13)
    /// "Author", "Text": a name follows after a colon.
    static let field = Self(rawValue: 1 << 14)
    /// "Dr.", "Rechtsanwalt": stands before a name and is no part of it.
    static let title = Self(rawValue: 1 << 15)
}
