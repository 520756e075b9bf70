/// What can be counted in a block without knowing its language.
struct BlockMeasures {
    /// Unicode scalars.
    var characters = 0
    /// Runs between white space that hold a letter or a digit.
    var words = 0
    /// Words that begin with an upper-case letter.
    var capitalized = 0
    /// Words of two letters or more, all upper-case.
    var allCaps = 0
    /// Words of four letters at most that begin in lower case: mostly articles, prepositions and pronouns.
    var shortLower = 0
    /// Words that begin in lower case.
    var lower = 0
    var letters = 0
    var digits = 0
    /// Words that hold a digit.
    var numbers = 0
    var commas = 0
    /// Sentence ends with more text behind them.
    var innerEnds = 0
    var quotes = 0
    /// Bars, arrows, bullets and the like.
    var dividers = 0
    /// `@`, `://` and `www.`
    var addresses = 0
    /// Characters of scripts written without spaces or case (Han, kana, Thai …), or without case (Arabic, Hebrew, Indic).
    var uncased = 0
    var first: Opening = .other
    var last: Ending = .none
    /// Whether the sentence end is a full stop, not a question or exclamation mark.
    var endsInFullStop = false
    /// Years from 1990 to 2039 in figures.
    var years = 0
    /// Two figures after a colon or full stop, as in "14:05" and "4.10.2018".
    var clockTimes = 0
    /// Words of the commonest.
    var commonWords = 0
    /// Whether the first word begins in lower case, whatever stands before it.
    var beginsInLowerCase = false
    /// Whether it begins, or ends, in a word of the lines above and below readers' comments.
    var beginsInCommentWord = false
    var endsInCommentWord = false
    /// Whether it ends in a lower-case word that a sentence never ends in.
    var endsInJoiningWord = false
    /// FNV-1a hash of the letters and digits, ASCII letters folded: equal for repeated lines.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    enum Opening: UInt8 { case upper, lower, digit, closing, bullet, quote, other }
    enum Ending: UInt8 { case none, sentence, colon, comma, ellipsis, opening, dash }

    /// Whether it reads as running text: a sentence, or several.
    var isProse: Bool {
        if uncased * 2 > letters { return last == .sentence ? characters >= 12 : characters >= 40 }
        return words >= 6 && lower * 2 >= words && (last == .sentence || words >= 14)
    }

    /// Whether it is too short and too loose to be a sentence.
    var isFragment: Bool {
        uncased * 2 > letters ? characters < 12 : words < 6 || (words < 14 && last != .sentence && lower * 2 < words)
    }

    /// Whether it is a short line above or below a reader's comment: "Anna says", "Reply".
    var isCommentLine: Bool { (1...8).contains(words) && (beginsInCommentWord || endsInCommentWord) }

    /// Whether it is short and holds a year, as a line with the date does.
    var isDateLike: Bool { words <= 14 && years > 0 && last != .sentence }

    var endsSentence: Bool { last == .sentence || last == .ellipsis }
}
