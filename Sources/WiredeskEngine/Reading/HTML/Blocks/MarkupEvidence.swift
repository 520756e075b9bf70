/// What the words of class, id, role and itemprop say an element is.
struct MarkupEvidence: OptionSet, Hashable {
    let rawValue: UInt64

    static let comments = Self(bit: 0)
    static let share = Self(bit: 1)
    static let related = Self(bit: 2)
    static let popular = Self(bit: 3)
    static let subscription = Self(bit: 4)
    static let advertisement = Self(bit: 5)
    static let consent = Self(bit: 6)
    static let navigation = Self(bit: 7)
    static let footer = Self(bit: 8)
    static let header = Self(bit: 9)
    static let sidebar = Self(bit: 10)
    static let tags = Self(bit: 11)
    static let byline = Self(bit: 12)
    static let date = Self(bit: 13)
    static let caption = Self(bit: 14)
    static let credit = Self(bit: 15)
    static let media = Self(bit: 16)
    static let article = Self(bit: 17)
    static let body = Self(bit: 18)
    static let intro = Self(bit: 19)
    static let teaser = Self(bit: 20)
    static let title = Self(bit: 21)
    static let hidden = Self(bit: 22)
    static let overlay = Self(bit: 23)
    static let quote = Self(bit: 24)
    static let box = Self(bit: 25)
    static let form = Self(bit: 26)
    static let metadata = Self(bit: 27)
    static let tools = Self(bit: 28)
    static let list = Self(bit: 29)
    static let section = Self(bit: 30)
    static let widget = Self(bit: 31)
    static let legal = Self(bit: 32)
    static let subtitle = Self(bit: 33)
    static let live = Self(bit: 34)
    static let main = Self(bit: 35)
    static let reference = Self(bit: 36)

    /// How many kinds there are.
    static let count = 37

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(bit: Int) { rawValue = 1 << UInt64(bit) }
}
