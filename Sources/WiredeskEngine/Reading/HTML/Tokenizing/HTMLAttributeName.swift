/// The attributes that say something about an article. All others are `unknown`.
enum HTMLAttributeName: UInt8, CaseIterable {
    case unknown
    case `class`, id, role, style, hidden, ariaHidden, itemprop, itemtype, property, name, content, rel, href, datetime
    case type, lang, xmlLang, charset, httpEquiv, src, alt, title, pubdate, shadowRoot

    /// As it stands in markup.
    var spelling: String {
        switch self {
        case .ariaHidden: "aria-hidden"
        case .shadowRoot: "shadowrootmode"
        case .httpEquiv: "http-equiv"
        case .xmlLang: "xml:lang"
        default: "\(self)"
        }
    }
}

extension HTMLAttributeName {
    /// Names as a set of bits.
    struct Set {
        let rawValue: UInt32

        init(_ names: HTMLAttributeName...) { rawValue = names.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }
    }
}
