/// One way in which the document writes a name, with the mentions that mean the same.
struct NameForm {
    /// `phrase` key of its words.
    var key: UInt64
    var type: EntityType
    /// Keys of its words, marks left out.
    var words: [UInt64]
    /// The lexemes of its words.
    var lexemes: [Int]
    /// Positions in the list of names.
    var mentions: [Int]
    var known: Gazetteer.Entry
    var isAcronym = false
    /// Written wholly in capitals as in a headline.
    var isShouted = false
    /// What somebody was called at birth.
    var isBirthName = false
}
