import WiredeskModel

extension ArticleReport {
    /// The clean text, paragraph by paragraph, with every mention in its group's colour, or in brackets with its type
    /// where there is no colour; and the legend.
    mutating func addText(of article: Article, entities: [Entity]) {
        let marks = MarkedText.marks(of: entities)
        addSection("Text")
        var next = 0
        for (index, paragraph) in article.paragraphs.enumerated() {
            if index > 0 { addBlankLine() }
            while next < marks.count, marks[next].range.lowerBound < paragraph.start { next += 1 }
            let first = next
            while next < marks.count, marks[next].range.upperBound <= paragraph.end { next += 1 }
            let styled = self.styled(
                paragraph, of: article.text, marks[first..<next])
            switch paragraph.kind {
            case .list: addParagraph(Self.prefixed("• ", styled), indent: 2, hanging: 4)
            case .quote: addParagraph(styled, indent: 6, hanging: 6)
            case .body, .heading, .caption: addParagraph(styled)
            }
        }
        if terminal.hasColor, !marks.isEmpty { addLegend(marks) }
    }

    private func styled(
        _ paragraph: Paragraph, of text: String, _ marks: ArraySlice<MarkedText.Mark>
    ) -> StyledText {
        let base: TextStyle = paragraph.kind == .heading ? .strong : .plain
        var styled = StyledText()
        var position = paragraph.start
        for mark in marks where mark.range.lowerBound >= position {
            styled.append(text.slice(position, mark.range.lowerBound), base)
            let words = text.slice(mark.range.lowerBound, mark.range.upperBound)
            styled.append(
                terminal.hasColor ? words : "[\(words)|\(mark.type.rawValue)]", EntityGroup(mark.type).style)
            position = mark.range.upperBound
        }
        styled.append(text.slice(position, paragraph.end), base)
        return styled
    }

    private mutating func addLegend(_ marks: [MarkedText.Mark]) {
        var legend = StyledText()
        for group in EntityGroup.allCases where marks.contains(where: { EntityGroup($0.type) == group }) {
            if !legend.isEmpty { legend.append("  ") }
            legend.append(group.title, group.style)
        }
        addBlankLine()
        addParagraph(legend)
    }

    private static func prefixed(_ prefix: String, _ text: StyledText) -> StyledText {
        var prefixed = StyledText(prefix)
        prefixed.append(text)
        return prefixed
    }
}
