/// Text on its way into HTML.
enum Markup {
    /// The text for element content and for attribute values in double or single quotes. Control characters, which
    /// HTML does not allow, become U+FFFD.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: escaped += "&amp;"
            case 0x3C: escaped += "&lt;"
            case 0x3E: escaped += "&gt;"
            case 0x22: escaped += "&quot;"
            case 0x27: escaped += "&#39;"
            case 0x09, 0x0A: escaped.unicodeScalars.append(scalar)
            case 0..<0x20, 0x7F..<0xA0: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// An address as a link if it is one of the web, else as text: a page may call `javascript:` its canonical address.
    static func link(to address: String) -> String {
        let text = escaped(address)
        let scheme = address.prefix(8).lowercased()
        guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://") else { return text }
        return "<a href=\"\(text)\" rel=\"noopener noreferrer nofollow\">\(text)</a>"
    }
}
