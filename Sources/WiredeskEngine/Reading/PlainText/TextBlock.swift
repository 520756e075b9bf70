/// What reads as one paragraph: a line, or several that were one before something broke them.
struct TextBlock {
    /// Its lines, in order, ends trimmed.
    var lines: [Range<Int>]
    /// Blank lines before it.
    var blanksBefore: Int
    var measures: BlockMeasures
    /// The wording of page furniture that it holds.
    var cue: Cue?

    var range: Range<Int> { lines[0].lowerBound..<lines[lines.count - 1].upperBound }

    /// Its characters, line breaks inside it turned into spaces where words meet.
    func text(in source: [UInt8]) -> [UInt8] {
        guard lines.count > 1 else { return Array(source[lines[0]]) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for (index, line) in lines.enumerated() {
            if index > 0, LineBreak.isSpace(in: source, after: lines[index - 1], before: line) { text.append(0x20) }
            text += source[line]
        }
        return text
    }

    /// The block as a paragraph of the article.
    func passage(in source: [UInt8], kind: ParagraphKind) -> Passage {
        var passage = Passage(kind: kind, text: text(in: source), source: range)
        guard lines.count > 1 else { return passage }
        var start = 0
        for (index, line) in lines.enumerated() {
            if index > 0, LineBreak.isSpace(in: source, after: lines[index - 1], before: line) { start += 1 }
            passage.pieces.append(Piece(start: start, end: start + line.count, source: Span(line)))
            start += line.count
        }
        return passage
    }

    func removed(in source: [UInt8], _ reason: RemovalReason) -> Removed {
        Removed(
            source: Span(range), text: PlainMarkup.collapsed(String(decoding: text(in: source), as: UTF8.self)),
            reason: reason)
    }
}
