/// Parts blocks where a single line break ends a paragraph. Writers break the line between sentences, entries and a heading
/// and its text; a page that is wrapped at a column breaks it anywhere.
struct BlockLines {
    private let page: Page
    /// The first of the page's line breaks that has not been passed.
    private var next = 0

    init(_ page: Page) { self.page = page }

    /// The paragraphs of a block, in the page's text and in the decoded input; blocks are asked for in their order.
    mutating func paragraphs(of block: PageBlock) -> [(text: Range<Int>, source: Range<Int>)] {
        while next < page.lineBreaks.count, page.lineBreaks[next].next <= block.range.lowerBound { next += 1 }
        let first = next
        while next < page.lineBreaks.count, page.lineBreaks[next].next < block.range.upperBound { next += 1 }
        guard first < next else { return [(block.range, block.source)] }
        return parted(block, at: page.lineBreaks[first..<next])
    }

    private func parted(
        _ block: PageBlock, at breaks: ArraySlice<PageLineBreak>
    ) -> [(text: Range<Int>, source: Range<Int>)] {
        page.text.withUnsafeBufferPointer { text in
            var lines: [Range<Int>] = []
            var start = block.range.lowerBound
            for found in breaks {
                lines.append(start..<found.next - 1)
                start = found.next
            }
            lines.append(start..<block.range.upperBound)
            let measures = lines.map { BlockMeasures(text, $0) }
            let isWrapped = zip(measures, measures.dropFirst()).contains { goesOn($0, $1) }
            var parts: [(text: Range<Int>, source: Range<Int>)] = [(block.range, block.source)]
            for (index, found) in zip(measures.indices, breaks) {
                guard measures[index].words > 0, measures[index + 1].words > 0,
                    !isWrapped || endsParagraph(measures[index], measures[index + 1])
                else { continue }
                let last = parts[parts.count - 1]
                parts[parts.count - 1] = (
                    last.text.lowerBound..<found.next - 1, last.source.lowerBound..<found.source.lowerBound
                )
                parts.append((found.next..<last.text.upperBound, found.source.upperBound..<last.source.upperBound))
            }
            return parts
        }
    }

    /// Whether a sentence goes on from one line to the next.
    private func goesOn(_ line: BlockMeasures, _ next: BlockMeasures) -> Bool {
        !line.endsSentence && (beginsInside(next) || line.last == .comma)
    }

    private func endsParagraph(_ line: BlockMeasures, _ next: BlockMeasures) -> Bool {
        line.endsSentence && !beginsInside(next)
    }

    /// Whether a line begins as no sentence does.
    private func beginsInside(_ line: BlockMeasures) -> Bool { line.first == .lower || line.first == .closing }
}
