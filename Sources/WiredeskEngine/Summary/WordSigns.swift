/// What a word is known for, whatever it means where it stands.
struct WordSigns: OptionSet, Sendable {
    let rawValue: UInt8

    /// It says little by itself.
    static let stop = Self(rawValue: 1 << 0)
    static let speechVerb = Self(rawValue: 1 << 1)
    static let captionWord = Self(rawValue: 1 << 2)
    /// As a sentence's first word it leans on the sentence before.
    static let anaphor = Self(rawValue: 1 << 3)
    /// As a sentence's first word it turns against the sentence before.
    static let contrast = Self(rawValue: 1 << 4)
    /// No keyphrase starts, ends or goes on with it.
    static let phraseBreaker = Self(rawValue: 1 << 5)
}
