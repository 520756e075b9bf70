extension Page {
    /// Longer blocks are running text, in bytes.
    private static let maximumLength = 160
    private static let maximumLines = 1000

    /// The blocks that are short enough to be a byline or a date.
    var shortLines: [PageEvidence.Line] {
        var lines: [PageEvidence.Line] = []
        for block in blocks where block.count <= Self.maximumLength {
            guard lines.count < Self.maximumLines else { break }
            let text = String(decoding: text[block.range], as: UTF8.self)
            lines.append(PageEvidence.Line(text: text, position: block.source.lowerBound))
        }
        return lines
    }
}
