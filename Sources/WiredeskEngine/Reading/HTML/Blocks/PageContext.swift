/// Which elements that mean something are around a block.
struct PageContext: OptionSet {
    let rawValue: UInt32

    static let article = Self(rawValue: 1 << 0)
    static let main = Self(rawValue: 1 << 1)
    static let aside = Self(rawValue: 1 << 2)
    static let nav = Self(rawValue: 1 << 3)
    static let header = Self(rawValue: 1 << 4)
    static let footer = Self(rawValue: 1 << 5)
    static let figure = Self(rawValue: 1 << 6)
    static let figcaption = Self(rawValue: 1 << 7)
    static let blockquote = Self(rawValue: 1 << 8)
    static let list = Self(rawValue: 1 << 9)
    static let table = Self(rawValue: 1 << 10)
    static let form = Self(rawValue: 1 << 11)
    static let pre = Self(rawValue: 1 << 12)
    static let heading = Self(rawValue: 1 << 13)
    /// `itemprop=articleBody`.
    static let articleBody = Self(rawValue: 1 << 14)
    static let link = Self(rawValue: 1 << 15)
    static let address = Self(rawValue: 1 << 16)
    static let section = Self(rawValue: 1 << 17)
    static let dialog = Self(rawValue: 1 << 18)
    static let details = Self(rawValue: 1 << 19)
    /// An `article` inside an `article`.
    static let nestedArticle = Self(rawValue: 1 << 20)

    /// How many there are.
    static let count = 21

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(tag: HTMLTag) {
        self =
            switch tag {
            case .article: .article
            case .main: .main
            case .aside: .aside
            case .nav: .nav
            case .header: .header
            case .footer: .footer
            case .figure: .figure
            case .figcaption: .figcaption
            case .blockquote, .q: .blockquote
            case .li, .dd, .dt: .list
            case .table: .table
            case .form, .fieldset: .form
            case .pre, .listing, .xmp: .pre
            case .h1, .h2, .h3, .h4, .h5, .h6: .heading
            case .address: .address
            case .section: .section
            case .dialog: .dialog
            case .details: .details
            default: []
            }
    }
}
