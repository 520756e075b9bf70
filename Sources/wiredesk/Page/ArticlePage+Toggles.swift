import WiredeskModel

extension ArticlePage {
    /// What is shown in the text, each with a box to tick: the style sheet does the rest, without a script.
    static func toggles(of analysis: Analysis) -> String {
        var html = ""
        func add(_ name: String, _ label: String, isOn: Bool = true) {
            html += "<label><input type=\"checkbox\" class=\"\(name)\"\(isOn ? " checked" : "")>\(label)</label>\n"
        }
        let entities = analysis.entities ?? []
        for group in EntityGroup.allCases {
            let count = entities.count { EntityGroup($0.type) == group }
            let label = "<mark class=\"\(group)\">\(group.title) \(Quantity.grouped(count))</mark>"
            if count > 0 { add("\(group)", label) }
        }
        if analysis.summary?.sentences.isEmpty == false {
            add("in-summary", "<span class=\"in-summary\">Summary</span>")
        }
        if analysis.quotes?.isEmpty == false { add("in-quote", "<span class=\"in-quote\">Quotes</span>") }
        let removed = analysis.article?.removed ?? []
        if !removed.isEmpty { add("removed", "Left out \(Quantity.grouped(removed.count))", isOn: false) }
        guard !html.isEmpty else { return "" }
        return "<fieldset class=\"toggles\"><legend>Show in the text</legend>\n\(html)</fieldset>\n"
    }
}
