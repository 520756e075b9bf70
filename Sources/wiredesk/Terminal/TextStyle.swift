/// How a run of text looks, as parameters of SGR (ECMA-48, 8.3.117). Only the sixteen colours that every terminal has
/// and that its owner has chosen.
enum TextStyle: String {
    case plain = ""
    case title = "1"
    case heading = "1;34"
    case faint = "2"
    case strong = "1;39"
    case warning = "1;33"
    case person = "36"
    case organization = "33"
    case place = "32"
    case time = "35"
    case amount = "34"
    case other = "4"

    func paint(_ text: String) -> String {
        self == .plain ? text : "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}
