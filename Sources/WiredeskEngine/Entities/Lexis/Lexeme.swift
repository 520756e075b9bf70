/// A token or, where a token joins words by hyphens or slashes, one of its parts, with all that the entity grammars ask
/// about it.
struct Lexeme {
    /// Bytes in the text.
    var start: Int32
    var end: Int32
    /// `WordKey` of the word; 0 for marks.
    var key: UInt64 = 0
    var shape: Shape = []
    /// For a mark, its character; for others the first byte.
    var mark: UInt32 = 0
    var classes: WordClass = []
    /// What the word counts (see `WordClasses.Entry`), or the value of digits; -1 for none.
    var number: Int32 = -1
    var unit: UInt8 = 0
    var gazetteer = Gazetteer.Entry()

    var range: Range<Int> { Int(start)..<Int(end) }
    var length: Int { Int(end - start) }
    var timeUnit: TimeUnit? { TimeUnit(rawValue: unit) }

    @inline(__always) func isIn(_ classes: WordClass) -> Bool { !self.classes.isDisjoint(with: classes) }
    @inline(__always) func has(_ shape: Shape) -> Bool { self.shape.contains(shape) }
    @inline(__always) func isMark(_ character: Unicode.Scalar) -> Bool {
        shape.contains(.mark) && mark == character.value
    }

    struct Shape: OptionSet {
        let rawValue: UInt16
        /// Starts with an upper-case letter.
        static let capital = Shape(rawValue: 1 << 0)
        /// Two letters or more, all upper-case.
        static let allCapitals = Shape(rawValue: 1 << 1)
        static let word = Shape(rawValue: 1 << 2)
        /// Starts with a digit.
        static let digits = Shape(rawValue: 1 << 3)
        /// Nothing but digits.
        static let onlyDigits = Shape(rawValue: 1 << 4)
        static let mark = Shape(rawValue: 1 << 5)
        /// The `'s` of a possessive.
        static let clitic = Shape(rawValue: 1 << 6)
        /// Nothing stands between it and the lexeme before.
        static let glued = Shape(rawValue: 1 << 7)
        /// The first word of its sentence, or right after an opening quotation mark, a colon or a bullet.
        static let opening = Shape(rawValue: 1 << 8)
        /// One upper-case letter, with or without a full stop.
        static let initial = Shape(rawValue: 1 << 9)
        /// Ends with a full stop.
        static let dotted = Shape(rawValue: 1 << 10)
        /// An upper-case letter after a lower-case one: `McCarthy`, `iPhone`.
        static let innerCapital = Shape(rawValue: 1 << 11)
        /// Address, handle or hashtag.
        static let address = Shape(rawValue: 1 << 12)
        /// A letter of a script without case.
        static let caseless = Shape(rawValue: 1 << 13)
        /// In a sentence or heading most words of which are capitalised.
        static let titleCase = Shape(rawValue: 1 << 14)
        /// In a sentence or heading that is all in capitals.
        static let shouted = Shape(rawValue: 1 << 15)
    }
}
