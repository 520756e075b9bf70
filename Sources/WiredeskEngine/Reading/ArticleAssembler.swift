/// Joins passages into the clean text.
enum ArticleAssembler {
    /// Paragraphs are joined by a blank line.
    static let separator: [UInt8] = [0x0A, 0x0A]

    static func join(_ passages: [Passage]) -> (text: [UInt8], paragraphs: [Paragraph]) {
        var text: [UInt8] = []
        text.reserveCapacity(passages.reduce(0) { $0 + $1.text.count + separator.count })
        var paragraphs: [Paragraph] = []
        paragraphs.reserveCapacity(passages.count)
        for passage in passages {
            if !text.isEmpty { text += separator }
            let start = text.count
            text += passage.text
            paragraphs.append(
                Paragraph(
                    start: start, end: text.count, kind: passage.kind, source: passage.source.map { Span($0) },
                    pieces: passage.pieces.map {
                        Piece(start: $0.start + start, end: $0.end + start, source: $0.source)
                    }))
        }
        return (text, paragraphs)
    }
}
