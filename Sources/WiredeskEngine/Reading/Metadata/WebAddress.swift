/// The parts of an absolute web address that metadata needs (RFC 3986).
struct WebAddress {
    let scheme: Substring
    /// Lower-case, without port and user.
    let host: String
    let path: Substring
    private let origin: Substring

    init?(_ text: String) {
        let bytes = text.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
            return nil
        }
        scheme = text[..<colon]
        let start = bytes.index(colon, offsetBy: 3)
        let pathStart =
            bytes[start...].firstIndex {
                $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
            } ?? text.endIndex
        let authority = text[start..<pathStart]
        let isPlain = !authority.utf8.contains { $0 <= 0x20 || $0 >= 0x80 }
        guard !authority.isEmpty, isPlain || !authority.unicodeScalars.contains(where: \.isBlank) else { return nil }
        let host = authority.utf8.split(separator: UInt8(ascii: "@")).last ?? authority.utf8
        self.host = Substring(host.split(separator: UInt8(ascii: ":")).first ?? host).lowercased()
        path = text[pathStart...]
        origin = text[..<pathStart]
    }

    /// An address as a page writes it, made absolute; nil where that cannot be done.
    static func absolute(_ text: String, base: String?) -> String? {
        let text = String(text[...].trimmed)
        if let address = WebAddress(text) { return address.scheme.hasPrefix("http") ? text : nil }
        guard let base = base.flatMap(WebAddress.init) else { return text.hasPrefix("//") ? "https:" + text : nil }
        if text.hasPrefix("//") { return base.scheme + ":" + text }
        return text.hasPrefix("/") ? base.origin + text : nil
    }

    /// The date that a path holds: `/2022/05/04/`, `/2022-05-04/`, `/20220504/` or `/2022/05/`.
    var date: PublicationDate? {
        let path = String(path.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }) ?? ""
        let segments = path.parts(by: UInt8(ascii: "/"))
        for (index, segment) in segments.enumerated() {
            guard let first = segment.utf8.first, first &- 0x30 < 10 || first == UInt8(ascii: "~") else { continue }
            if segment.utf8.count == 4, let year = Int(segment), (1990...2100).contains(year),
                index + 1 < segments.count,
                let month = Self.number(segments[index + 1], upTo: 12)
            {
                let day = index + 2 < segments.count ? Self.number(segments[index + 2], upTo: 31) : nil
                return PublicationDate(year: year, month: month, day: day)
            }
            let figures = segment.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
            let isDate = figures.utf8.count == 10 || (figures.utf8.count == 11 && figures.hasSuffix("-"))
            if isDate, let date = PublicationDate(iso8601: String(figures.prefix(10))),
                (1990...2100).contains(date.year)
            {
                return date
            }
            if let date = Self.dayFirst(segment.drop { $0 == "~" }) { return date }
            if figures.utf8.count == 8, figures == segment, let date = PublicationDate(iso8601: String(figures)),
                (1990...2100).contains(date.year)
            {
                return date
            }
        }
        return nil
    }

    /// `23-01-2022` and what may follow it.
    private static func dayFirst(_ segment: Substring) -> PublicationDate? {
        let parts = segment.split(separator: "-", maxSplits: 3)
        guard parts.count >= 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2, parts[2].utf8.count == 4,
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]), (1990...2100).contains(year)
        else { return nil }
        return PublicationDate(year: year, month: month, day: day)
    }

    private static func number(_ text: String, upTo limit: Int) -> Int? {
        guard text.utf8.count <= 2, let number = Int(text), (1...limit).contains(number) else { return nil }
        return number
    }
}
