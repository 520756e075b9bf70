/// Recognizes text that was wrapped at a column.
enum WrapDetector {
    /// Columns that people and mail programs wrap at.
    private static let widths = 40...132

    /// The column, in characters, if most breaks between lines come where the next word would not have fitted.
    static func width(of lines: [TextLine], measures: [BlockMeasures], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let width = measures.map(\.characters).max(), widths.contains(width) else { return nil }
        var breaks = 0
        var full = 0
        for index in lines.indices.dropFirst() where lines[index].blanksBefore == 0 {
            breaks += 1
            if isFull(lines[index - 1], measures[index - 1], next: lines[index], width: width, in: bytes) { full += 1 }
        }
        return breaks >= 2 && full * 10 >= breaks * 7 ? width : nil
    }

    /// Whether the next line's first word would have gone past the column.
    static func isFull(
        _ line: TextLine, _ measures: BlockMeasures, next: TextLine, width: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var index = next.range.lowerBound
        var length = 0
        while index < next.range.upperBound,
            ScalarKind(ScalarDecoder.next(bytes, &index, end: next.range.upperBound)) != .space
        {
            length += 1
        }
        // The longest line found may be a little shorter than the column.
        return line.indent + measures.characters + 1 + length > width - 2
    }
}
