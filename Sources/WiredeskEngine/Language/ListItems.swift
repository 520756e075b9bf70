/// The numbering of a list whose items follow each other in one line: `1. … 2. …`, `a) … b) …`, `• … • …`.
struct ListItems {
    private enum Style { case none, number, letter, bullet }

    private let text: UTF8Text
    private var style = Style.none
    /// The number or letter that the next item has.
    private var expected = 0
    /// What stands behind the number: `.`, `)` or `.)`.
    private var suffix: (UInt8, UInt8) = (0, 0)
    /// Whether a bullet stands before the number.
    private var hasBullet = false
    /// The mark behind the current item's number, which ends no sentence.
    private var mark = -1

    init(_ text: UTF8Text) { self.text = text }

    /// Whether another item may follow.
    var isList: Bool { style != .none }

    func isItemMark(_ index: Int) -> Bool { index == mark }

    /// Looks whether the sentence that starts at an index is an item.
    mutating func start(at index: Int) {
        mark = -1
        if let item = item(at: index) {
            style = item.style
            expected = item.value + 1
            suffix = item.suffix
            mark = item.mark
            hasBullet = bulletLength(at: index) > 0
        } else if bulletLength(at: index) > 0 {
            style = .bullet
        }
    }

    /// Where the list's next item starts, if it does after the blank at an index.
    func nextItem(after blank: Int) -> Int? {
        let start = blank + 1
        let byte = text[start]
        switch style {
        case .none: return nil
        case .bullet: return byte >= 0x80 && bulletLength(at: start) > 0 ? start : nil
        case .number: guard hasBullet ? bulletLength(at: start) > 0 : byte.isDigit else { return nil }
        case .letter: guard byte.isLetter else { return nil }
        }
        guard let item = item(at: start), item.style == style, item.value == expected, item.suffix == suffix else {
            return nil
        }
        return start
    }

    /// A bullet, or a number or letter before a full stop or bracket and a capital.
    private func item(at start: Int) -> (style: Style, value: Int, suffix: (UInt8, UInt8), mark: Int)? {
        var index = start + bulletLength(at: start)
        while text[index] == 0x20 { index += 1 }
        guard text[index].isDigit || index == start else { return nil }
        var value = 0
        var style = Style.number
        if text[index].isDigit {
            let first = index
            while text[index].isDigit, index - first < 3 {
                value = value * 10 + Int(text[index] - 0x30)
                index += 1
            }
        } else if text[index].isLetter {
            value = Int(text[index])
            style = .letter
            index += 1
        } else {
            return nil
        }
        let mark = index
        var suffix: (UInt8, UInt8) = (text[index], 0)
        switch suffix.0 {
        case UInt8(ascii: ")"): index += 1
        case UInt8(ascii: "."):
            index += 1
            if text[index] == UInt8(ascii: ")") {
                suffix.1 = text[index]
                index += 1
            }
        default: return nil
        }
        guard text[index] == 0x20, text.isUppercase(at: index + 1) else { return nil }
        return (style, value, suffix, mark)
    }

    private func bulletLength(at index: Int) -> Int {
        guard text[index] >= 0x80 else { return 0 }
        let (value, length) = text.scalar(at: index)
        switch value {
        case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6, 0xB7: return length
        default: return 0
        }
    }
}

private func == (left: (UInt8, UInt8), right: (UInt8, UInt8)) -> Bool { left.0 == right.0 && left.1 == right.1 }
