import WiredeskModel

/// The text form of a result: what a person wants to know of an article, in the order they want to know it.
///
/// Its results count spans in UTF-8 bytes.
struct ArticleReport {
    private(set) var text = ""
    let terminal: Terminal

    private static let indent = 2

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    /// Adds everything the result has to say.
    ///
    /// - Parameter showingText: also the article's text, with what was found in it marked.
    mutating func add(_ analysis: Analysis, showingText: Bool) {
        if let article = analysis.article { addHead(of: article) }
        if let summary = analysis.summary, !summary.text.isEmpty {
            addSection("Summary")
            addParagraph(StyledText(summary.text))
        }
        if showingText, let article = analysis.article { addText(of: article, entities: analysis.entities ?? []) }
        if let entities = analysis.entities { addEntities(entities) }
        if let article = analysis.article { addQuotes(analysis.quotes ?? [], of: article, analysis.entities ?? []) }
        if let phrases = analysis.keyphrases, !phrases.isEmpty {
            addSection("Key phrases")
            addParagraph(StyledText(phrases.map(\.text).joined(separator: " · ")))
        }
        if let removed = analysis.article?.removed, !removed.isEmpty { addRemoved(removed) }
        addWarnings(analysis)
    }

    /// A line between two articles.
    mutating func addRule() {
        addBlankLine()
        addLine(StyledText(String(repeating: "─", count: terminal.columns), .faint))
        addBlankLine()
    }

    /// A heading behind an empty line.
    mutating func addSection(_ title: String) {
        if !text.isEmpty { addBlankLine() }
        addLine(StyledText(title.uppercased(), .heading))
    }

    /// Text wrapped to the width, its first line set in by `indent` columns and the others by `hanging`.
    mutating func addParagraph(_ paragraph: StyledText, indent: Int = Self.indent, hanging: Int = Self.indent) {
        // The first line is measured with the spaces that set it in beyond the others.
        let lines = LineWrapper.wrap(paragraph, columns: terminal.columns - max(indent, hanging))
        for (index, line) in lines.enumerated() { addLine(line, indent: index == 0 ? indent : hanging) }
    }

    mutating func addBlankLine() { text += "\n" }

    mutating func addLine(_ line: StyledText, indent: Int = 0) {
        text += String(repeating: " ", count: indent) + line.painted(color: terminal.hasColor) + "\n"
    }
}
