import Testing

/// Articles made to cost more than their size: each repeats what some rule has to look at again and again.
enum PathologicalArticle: String, CaseIterable, CustomStringConvertible {
    case nest, oneLine, names, quotes, openQuotes, abbreviations, oneSentence, newlines, digits, angles, ampersands
    case brackets, emptyParagraphs, openComments, attributes, links, dates, bylines, shortLines, headings, listItems

    var description: String { rawValue }

    /// About as many bytes as asked for.
    func bytes(_ count: Int) -> [UInt8] {
        let article = "The council of Port Ellery met on Monday. It will vote on the bridge in the spring, it said.\n\n"
        func text(_ piece: String) -> [UInt8] {
            Array((article + String(repeating: piece, count: count / piece.utf8.count)).utf8)
        }
        func page(_ piece: String) -> [UInt8] {
            Array("<html><body><article><p>\(article)</p>".utf8)
                + Array(String(repeating: piece, count: count / piece.utf8.count).utf8)
        }
        return switch self {
        case .nest: page("<div>a ")
        case .oneLine: text("the words of a line that never ends and has no stop ")
        case .names: text("Anna Berg of Northern Rail met John Ford in Oslo. ")
        case .quotes: text("\"We go,\" she said. ")
        case .openQuotes: text("\u{201C}\"\u{2018}")
        case .abbreviations: text("Mr. Dr. U.S. e.g. ")
        case .oneSentence: text("word, ")
        case .newlines: text("\n")
        case .digits: text("7")
        case .angles: page("<")
        case .ampersands: page("&amp")
        case .brackets: text("([{")
        case .emptyParagraphs: page("<p></p><br>")
        case .openComments: page("<!-- <script>")
        case .attributes: page("<p class='a b' id=c data-d=\"e\">x")
        case .links: page("<li><a href='/a'>More news</a>")
        case .bylines: text("By Anna Berg\n")
        case .shortLines: text("Anna Berg\n\n")
        case .headings: page("<h2>The bridge</h2><h2></h2>")
        case .listItems: text("- the bridge\n1. the ferry\n")
        case .dates: text("On 3 March 2026 at 5 pm, two weeks later, 5 million dollars. ")
        }
    }
}
