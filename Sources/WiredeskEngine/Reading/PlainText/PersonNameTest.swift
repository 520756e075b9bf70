/// Tells a person's name from a topic by its shape alone: "Majid Rafizadeh" from "World Cup 2018 day five".
enum PersonNameTest {
    static func isFullName(_ text: some StringProtocol) -> Bool {
        let text = BylineText(text)
        return isFullName(text, 0..<text.words.count)
    }

    /// Whether the words up to the next sign are a name.
    static func isFullName(_ text: BylineText, from start: Int) -> Bool {
        var end = start
        while end < text.words.count, end == start || !text.words[end].followsSign { end += 1 }
        return isFullName(text, start..<end)
    }

    /// Two to four words, each beginning in upper case and going on in lower case (initials and particles aside), none of
    /// them a common noun of headlines.
    static func isFullName(_ text: BylineText, _ range: Range<Int>) -> Bool {
        guard (2...4).contains(range.count), let last = range.last else { return false }
        var full = 0
        for index in range {
            let word = text.words[index]
            if index > range.lowerBound {
                let before = text.words[index - 1]
                if word.followsSign || before.endsInColon || before.endsInStop && before.length > 3 { return false }
            }
            if word.kind.contains(.particle), index != range.lowerBound, index != last { continue }
            guard word.kind.isDisjoint(with: others), word.isUpper == true, !word.isOdd, !word.isNoise else {
                return false
            }
            if word.length == 1 { continue }
            guard word.hasLower else { return false }
            full += 1
        }
        return full >= 2 || (full == 1 && text.words[last].length > 2)
    }

    private static let others: BylineWordKind = [.topic, .organization, .role, .common, .time]
}
