/// What a word can do in the grammars of names, times and amounts. A word may belong to many classes.
struct WordClass: OptionSet {
    let rawValue: UInt64

    private init(bit: UInt64) { rawValue = 1 << bit }
    init(rawValue: UInt64) { self.rawValue = rawValue }

    // Times
    static let month = WordClass(bit: 0)
    static let weekday = WordClass(bit: 1)
    static let timeUnit = WordClass(bit: 2)
    static let season = WordClass(bit: 3)
    /// `morning`, `noon`.
    static let dayPart = WordClass(bit: 4)
    /// `early`, `late`.
    static let timeModifier = WordClass(bit: 5)
    static let last = WordClass(bit: 6)
    static let next = WordClass(bit: 7)
    static let timeZone = WordClass(bit: 8)
    static let holiday = WordClass(bit: 9)
    static let future = WordClass(bit: 10)
    static let past = WordClass(bit: 11)

    /// Names a time by itself: `today`, `daily`.
    static let timeWord = WordClass(bit: 50)

    // Numbers and amounts
    static let cardinal = WordClass(bit: 12)
    static let ordinal = WordClass(bit: 13)
    /// `hundred`, `million`; the number is the exponent of ten.
    static let magnitude = WordClass(bit: 14)
    /// `about`, `nearly`.
    static let approximator = WordClass(bit: 15)
    static let currency = WordClass(bit: 16)
    static let measure = WordClass(bit: 17)

    // Closed classes
    static let determiner = WordClass(bit: 18)
    static let pronoun = WordClass(bit: 19)
    static let preposition = WordClass(bit: 20)
    static let conjunction = WordClass(bit: 21)
    static let auxiliary = WordClass(bit: 22)
    /// Adverbs and other words that begin sentences and name nothing.
    static let opener = WordClass(bit: 23)

    // Names
    /// Stands before a person's name: `Mr.`, `President`.
    static let title = WordClass(bit: 26)
    /// A post that a person holds: `minister`, `captain`.
    static let role = WordClass(bit: 27)
    /// `former`, `deputy`.
    static let roleModifier = WordClass(bit: 28)
    static let nameParticle = WordClass(bit: 29)
    static let nameSuffix = WordClass(bit: 30)
    /// `Ministry`, `University`.
    static let organizationHead = WordClass(bit: 31)
    /// `Inc.`, `Ltd`.
    static let companySuffix = WordClass(bit: 32)
    static let facilityHead = WordClass(bit: 33)
    static let locationHead = WordClass(bit: 34)
    /// `County`, `Province`.
    static let geopoliticalHead = WordClass(bit: 35)
    static let eventHead = WordClass(bit: 36)
    static let lawHead = WordClass(bit: 37)
    static let workHead = WordClass(bit: 38)
    /// After them comes a place: `in`, `near`.
    static let locative = WordClass(bit: 39)
    static let speech = WordClass(bit: 40)
    /// Verbs that introduce quoted words, besides those of `speech`.
    static let quoting = WordClass(bit: 51)
    static let direction = WordClass(bit: 41)
    /// Written in capitals but no name: `CEO`, `TV`.
    static let notAName = WordClass(bit: 42)
    /// After a hyphen it makes an adjective of a name: `Beijing-based`.
    static let nameSuffixAdjective = WordClass(bit: 43)
    /// Before a hyphen: `pro-Beijing`.
    static let namePrefix = WordClass(bit: 44)
    /// Words that people do: they follow a person's name.
    static let personVerb = WordClass(bit: 45)
    /// What organizations are called again: `company`, `party`, `club`.
    static let organizationNoun = WordClass(bit: 46)
    static let placeNoun = WordClass(bit: 47)
    static let productHead = WordClass(bit: 48)
    static let heading = WordClass(bit: 49)

    /// Words that no name begins with on their own evidence.
    static let closed: WordClass = [.determiner, .pronoun, .preposition, .conjunction, .auxiliary, .opener]
}
