/// What the words of a short block give away about it, in the languages that the readers meet most.
struct PhraseCue: OptionSet {
    let rawValue: UInt32

    static let related = Self(rawValue: 1 << 0)
    static let subscription = Self(rawValue: 1 << 1)
    static let social = Self(rawValue: 1 << 2)
    static let advertisement = Self(rawValue: 1 << 3)
    static let consent = Self(rawValue: 1 << 4)
    static let comments = Self(rawValue: 1 << 5)
    static let byline = Self(rawValue: 1 << 6)
    static let dateline = Self(rawValue: 1 << 7)
    static let credit = Self(rawValue: 1 << 8)
    static let legal = Self(rawValue: 1 << 9)
    static let navigation = Self(rawValue: 1 << 10)
    static let tags = Self(rawValue: 1 << 11)
    static let month = Self(rawValue: 1 << 12)
    static let readingTime = Self(rawValue: 1 << 13)

    /// What announces something that is none of the article.
    static let furniture: Self = [.related, .subscription, .social, .advertisement, .consent, .comments]

    static let count = 14

    init(rawValue: UInt32) { self.rawValue = rawValue }
}
