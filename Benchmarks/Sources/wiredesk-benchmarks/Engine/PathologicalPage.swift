/// Pages made to cost more than their size: each repeats what some step of reading has to look at again and again.
enum PathologicalPage: String, CaseIterable {
    case nest, unclosedInline, unclosedLists, endTags, attributes, oneTag, references, ampersands, angles, comments
    case scripts, classes, hidden, headings, oneLine, repeats

    /// About as many bytes as asked for.
    func bytes(_ count: Int) -> [UInt8] {
        let piece =
            switch self {
            case .nest: "<div>a "
            case .unclosedInline: "<b><i><a href=/>x"
            case .unclosedLists: "<ul><li><table><tr><td>x"
            case .endTags: "</div></p></b>"
            case .attributes: "<p class='a b' id=c data-d=\"e\">x"
            case .oneTag: " a=b class='share-box'"
            case .references: "&hellip;&#8212;&notit;"
            case .ampersands: "&amp"
            case .angles: "< "
            case .comments: "<!-- > --"
            case .scripts: "<!-- <script> </script"
            case .classes: "<div class=\"relatedarticlebodyshareboxcontentmainx\">x</div>"
            case .hidden: "<div hidden>secret"
            case .headings: "<h2>The bridge</h2><h2></h2>"
            case .oneLine: "the words of a line that never ends and has no stop "
            case .repeats: "<p>The council said on Monday that the bridge stays closed.</p>"
            }
        let start = self == .oneTag ? "<p" : self == .scripts ? "<script>" : ""
        let head = "<html><body><article><p>The council of Port Ellery met on Monday, it said.</p>"
        return Array((head + start + String(repeating: piece, count: count / piece.utf8.count)).utf8)
    }
}
