/// Turns the article's blocks into passages, and lists what was left out.
struct PassageMaker {
    /// Bytes of a stretch's text that are listed where it stands outside the article; its span tells the rest.
    private static let longestListed = 600
    /// Bytes of a cell that is a part of its row; longer ones are columns of a layout.
    private static let longestCell = 120

    private let page: Page
    private let mainText: MainText

    init(_ page: Page, _ mainText: MainText) {
        self.page = page
        self.mainText = mainText
    }

    func passages() -> [Passage] {
        var passages: [Passage] = []
        var lines = BlockLines(page)
        var last: Int?
        for index in page.blocks.indices where mainText.verdicts[index] == nil {
            let block = page.blocks[index]
            if let last, isRow(last, index), var row = passages.popLast() {
                row.text.append(0x20)
                row.text.append(contentsOf: page.text[block.range])
                row.source = row.source.map { $0.lowerBound..<block.source.upperBound }
                passages.append(row)
            } else {
                let kind = kind(of: block)
                passages.append(
                    contentsOf: lines.paragraphs(of: block).map {
                        Passage(kind: kind, text: Array(page.text[$0.text]), source: $0.source)
                    })
            }
            last = index
        }
        return passages
    }

    /// Whether two blocks are short cells of one row, which is read as one line.
    private func isRow(_ first: Int, _ second: Int) -> Bool {
        guard second == first + 1, let left = cell(of: page.blocks[first]), let right = cell(of: page.blocks[second])
        else {
            return false
        }
        return left != right && page.elements[left].parent == page.elements[right].parent
    }

    /// The element of a short cell.
    private func cell(of block: PageBlock) -> Int? {
        let element = Int(block.element)
        let tag = page.elements[element].tag
        return (tag == .td || tag == .th) && block.count <= Self.longestCell ? element : nil
    }

    private func kind(of block: PageBlock) -> ParagraphKind {
        let element = page.elements[Int(block.element)]
        if element.around.contains(.heading) { return .heading }
        if element.around.contains(.figcaption) || element.own.contains(.caption) && element.tag != .p {
            return .caption
        }
        if element.around.contains(.blockquote) { return .quote }
        // Layouts put whole articles into lists: an item is the block's own element or the one around it.
        if element.tag == .li || element.tag == .dd || element.tag == .dt { return .list }
        if element.tag == .p, page.elements[Int(element.parent)].tag == .li { return .list }
        return .body
    }

    /// Stretches of blocks that were left out for the same reason, and hidden text, in the order of the input.
    func removed() -> [Removed] {
        var removed: [Removed] = []
        let first = mainText.verdicts.firstIndex { $0 == nil } ?? 0
        let last = mainText.verdicts.lastIndex { $0 == nil } ?? 0
        var start = 0
        while start < page.blocks.count {
            guard let reason = mainText.verdicts[start] else {
                start += 1
                continue
            }
            var end = start + 1
            while end < page.blocks.count, mainText.verdicts[end] == reason { end += 1 }
            let text = page.text[Int(page.blocks[start].start)..<Int(page.blocks[end - 1].end)]
            let source = Span(start: Int(page.blocks[start].sourceStart), end: Int(page.blocks[end - 1].sourceEnd))
            removed.append(entry(text, source, reason, isInside: start > first && end <= last))
            start = end
        }
        for hidden in page.hidden {
            removed.append(entry(hidden.text[...], Span(hidden.source), .hidden, isInside: false))
        }
        return removed.sorted {
            ($0.source?.start ?? 0, $0.source?.end ?? 0) < ($1.source?.start ?? 0, $1.source?.end ?? 0)
        }
    }

    private func entry(_ text: ArraySlice<UInt8>, _ source: Span, _ reason: RemovalReason, isInside: Bool) -> Removed {
        let shown = text.withUnsafeBufferPointer { text in
            guard !isInside, text.count > Self.longestListed else { return line(text, mark: "") }
            var end = Self.longestListed
            while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
            return line(UnsafeBufferPointer(rebasing: text[..<end]), mark: "…")
        }
        return Removed(source: source, text: shown, reason: reason)
    }

    /// Text of several blocks on one line, and a mark behind it.
    private func line(_ text: UnsafeBufferPointer<UInt8>, mark: StaticString) -> String {
        guard let start = text.baseAddress else { return "" }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + mark.utf8CodeUnitCount) { line in
            guard let copy = line.baseAddress else { return "" }
            copy.initialize(from: start, count: text.count)
            var newLine = text.find(0x0A)
            while newLine < text.count {
                line[newLine] = 0x20
                newLine = text.find(0x0A, from: newLine + 1)
            }
            (copy + text.count).initialize(from: mark.utf8Start, count: mark.utf8CodeUnitCount)
            return String(decoding: line, as: UTF8.self)
        }
    }
}
