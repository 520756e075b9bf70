/// Where a line may end without a space: Chinese and Japanese put none between words (Unicode TR 14, class ID, and the
/// rules for opening and closing punctuation).
enum BreakOpportunity {
    static func exists(between left: Character, and right: Character) -> Bool {
        guard isIdeographic(left) || isIdeographic(right) else { return false }
        return !opening.contains(left) && !closing.contains(right)
    }

    private static let opening: Set<Character> = [
        "(", "[", "\u{201C}", "\u{2018}", "\u{3008}", "\u{300A}", "\u{300C}", "\u{300E}", "\u{3010}", "\u{FF08}",
    ]

    private static let closing: Set<Character> = [
        ")", "]", ",", ".", ":", ";", "!", "?", "\u{201D}", "\u{2019}", "\u{2026}", "\u{3001}", "\u{3002}", "\u{3009}",
        "\u{300B}", "\u{300D}", "\u{300F}", "\u{3011}", "\u{30FC}", "\u{FF01}", "\u{FF09}", "\u{FF0C}", "\u{FF1A}",
        "\u{FF1B}", "\u{FF1F}",
    ]

    private static func isIdeographic(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        switch value {
        case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
            return true
        default: return false
        }
    }
}
