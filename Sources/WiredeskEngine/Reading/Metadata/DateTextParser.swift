/// Finds written dates in short texts: "Nov. 19, 2019, 10:31 pm", "4. Mai 2022, 10:05 Uhr", "16/07/2022", "2022年7月16日".
struct DateTextParser {
    /// A date and where the text says it.
    struct Found {
        var date: PublicationDate
        /// UTF-8 offsets into the text.
        var range: Range<Int>
    }

    /// How `3/4/2022` is read; nil leaves it unread.
    var monthComesFirst: Bool?

    /// Texts are looked at this far, in bytes: a date line is short.
    private static let reach = 400

    init(monthComesFirst: Bool? = nil) {
        self.monthComesFirst = monthComesFirst
    }

    /// Whether dates in figures begin with the month where this language tag is spoken; nil if it does not tell.
    init(language: String?) {
        guard let language = language?.lowercased() else { return }
        switch language {
        case "en-us", "en_us": monthComesFirst = true
        case "en": monthComesFirst = nil
        default: monthComesFirst = false
        }
    }

    /// The first date in the text that is precise to the day, or else the first one.
    func first(in text: String) -> Found? {
        let all = dates(in: text)
        return all.first { $0.date.precision >= .day } ?? all.first
    }

    /// Every date in the text, in order.
    func dates(in text: String) -> [Found] {
        // Every date has four figures: a year, or the six of a short one. Most texts have none.
        let figures = text.withBytes { text in
            var figures = 0
            for byte in text.prefix(Self.reach) where byte &- 0x30 < 10 { figures += 1 }
            return figures
        }
        guard figures >= 4 else { return [] }
        let tokens = DateToken.tokens(of: text.utf8.prefix(Self.reach))
        var found: [Found] = []
        var index = 0
        while index < tokens.count {
            if var match = date(tokens, at: index) {
                time(tokens, &match)
                if let date = match.date {
                    found.append(
                        Found(
                            date: date, range: tokens[index].range.lowerBound..<tokens[match.end - 1].range.upperBound))
                    index = match.end
                    continue
                }
            }
            index += 1
        }
        return found
    }

    /// A date's parts on the way.
    private struct Match {
        var year: Int
        var month: Int
        var day: Int?
        var time: PublicationDate.Time?
        /// The token after it.
        var end: Int

        var date: PublicationDate? { PublicationDate(year: year, month: month, day: day, time: time) }
    }

    private func date(_ tokens: [DateToken], at index: Int) -> Match? {
        switch tokens[index].kind {
        case .number(let value, let digits):
            return digits == 4 ? yearFirst(tokens, index, year: value) : dayFirst(tokens, index, day: value)
        case .word(let word):
            guard let month = MonthNames.month(word) else { return nil }
            return monthFirst(tokens, index, month: month)
        case .symbol: return nil
        }
    }

    /// `2022-05-04`, `2022/5/4`, `2022년 5월 4일`, `2022. május 4.`
    private func yearFirst(_ tokens: [DateToken], _ index: Int, year: Int) -> Match? {
        guard Self.years.contains(year) else { return nil }
        var next = index + 1
        if let separator = tokens.symbol(next), "-/.–年년".unicodeScalars.contains(separator) { next += 1 }
        if let month = tokens.month(next), let day = tokens.number(after: &next, from: next + 1, upTo: 31) {
            return Match(year: year, month: month, day: day, end: next)
        }
        guard next == index + 2, let month = tokens.number(after: &next, from: next, upTo: 12),
            let separator = tokens.symbol(next), "-/.–月월".unicodeScalars.contains(separator)
        else { return nil }
        next += 1
        guard let day = tokens.number(after: &next, from: next, upTo: 31) else { return nil }
        if let symbol = tokens.symbol(next), "日일".unicodeScalars.contains(symbol) { next += 1 }
        return Match(year: year, month: month, day: day, end: next)
    }

    /// `4 May 2022`, `4. Mai 2022`, `4 de mayo de 2022`, `4th of May, 2022`, `04.05.2022`, `4/5/22`
    private func dayFirst(_ tokens: [DateToken], _ index: Int, day: Int) -> Match? {
        guard (1...31).contains(day) else { return nil }
        var next = index + 1
        if let separator = tokens.symbol(next), "./-–".unicodeScalars.contains(separator) {
            if let figures = figures(tokens, first: day, separator, next + 1) { return figures }
            next += 1
        }
        while let word = tokens.word(next), Self.ordinals.contains(word) { next += 1 }
        guard let month = tokens.month(next) else { return nil }
        next += 1
        tokens.skip(&next, symbols: ".,/-–", words: Self.ofWords)
        guard let year = tokens.year(&next) else { return nil }
        return Match(year: year, month: month, day: day, end: next)
    }

    /// `04.05.2022` and its kin, after the first separator.
    private func figures(_ tokens: [DateToken], first: Int, _ separator: Unicode.Scalar, _ index: Int) -> Match? {
        var next = index
        guard let second = tokens.number(after: &next, from: index, upTo: 31), tokens.symbol(next) == separator else {
            return nil
        }
        next += 1
        guard case .number(var value, var digits)? = tokens.kind(next), digits == 4 || digits == 2 else { return nil }
        // "28.09.1912:44" is a short year and a time that lost the space between them.
        if digits == 4, tokens.symbol(next + 1) == ":" {
            value /= 100
            digits = 2
        }
        // Two figures of a year: those of this century up to 2049.
        let year = digits == 4 ? value : value < 50 ? 2000 + value : 1900 + value
        guard Self.years.contains(year) else { return nil }
        var isMonthFirst = false
        if separator != "." {
            if first <= 12, second <= 12, first != second {
                guard let monthComesFirst else { return nil }
                isMonthFirst = monthComesFirst
            } else {
                isMonthFirst = second > 12
            }
        }
        let (month, day) = isMonthFirst ? (first, second) : (second, first)
        guard month <= 12 else { return nil }
        return Match(year: year, month: month, day: day, end: next + 1)
    }

    /// `May 4, 2022`, `May 4th 2022`, `May 2022`
    private func monthFirst(_ tokens: [DateToken], _ index: Int, month: Int) -> Match? {
        var next = index + 1
        tokens.skip(&next, symbols: ".,-", words: Self.ofWords)
        let afterMonth = next
        if let day = tokens.number(after: &next, from: next, upTo: 31) {
            while let word = tokens.word(next), Self.ordinals.contains(word) { next += 1 }
            tokens.skip(&next, symbols: ".,-", words: Self.wordsBeforeYear)
            if let year = tokens.year(&next) { return Match(year: year, month: month, day: day, end: next) }
        }
        next = afterMonth
        // "31 February 2021" is no date, and so no month either.
        if index > 0, case .number(_, let digits) = tokens[index - 1].kind, digits <= 2 { return nil }
        guard let year = tokens.year(&next) else { return nil }
        return Match(year: year, month: month, day: nil, end: next)
    }

    /// A time of day after a date: `, 10:31 pm CST`, ` um 10.05 Uhr`, ` à 10h05`, ` | 22:31:00 +0200`.
    private func time(_ tokens: [DateToken], _ match: inout Match) {
        guard match.day != nil else { return }
        var next = match.end
        tokens.skip(&next, symbols: ".,|-–—·•@T(", words: Self.timeWords)
        guard case .number(var hour, let digits)? = tokens.kind(next), digits <= 2, hour <= 24 else { return }
        next += 1
        let separator = tokens.symbol(next)
        let isClock = separator == ":" || separator == "." || tokens.word(next) == "h"
        guard isClock, case .number(let minute, 2)? = tokens.kind(next + 1), minute < 60 else { return }
        let isDotted = separator == "."
        next += 2
        var time = PublicationDate.Time(hour: hour, minute: minute)
        if !isDotted, tokens.symbol(next) == ":", case .number(let second, 2)? = tokens.kind(next + 1) {
            time.second = second
            next += 2
        }
        var isMarked = !isDotted
        if let half = tokens.halfOfDay(&next) {
            guard (1...12).contains(hour) else { return }
            hour = hour % 12 + (half == .afternoon ? 12 : 0)
            time.hour = hour
            isMarked = true
        }
        if let word = tokens.word(next), Self.clockWords.contains(word) {
            next += 1
            isMarked = true
        }
        guard isMarked, hour < 24 else { return }
        time.zone = tokens.zone(&next)
        var timed = match
        timed.time = time
        timed.end = next
        if timed.date != nil { match = timed }
    }

    /// Years that news can be from.
    static let years = 1700...2199

    private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "º", "ª", "de", "of", "di", "a", "ter"]
    private static let ofWords: Set<String> = ["de", "del", "of", "di"]
    /// "Dec 28 Sat 2013"
    private static let wordsBeforeYear = ofWords.union([
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday",
    ])
    private static let timeWords: Set<String> = [
        "at", "um", "à", "a", "las", "le", "kl", "klokken", "ore", "alle", "às", "om", "o", "godz", "в", "pukul",
        "saat", "t",
    ]
    private static let clockWords: Set<String> = ["uhr", "h", "hs", "hrs", "uur", "wib", "o'clock"]
}
