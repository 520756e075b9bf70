/// A page's short lines in its order. Few of them are ever looked at, so a line becomes a String only when asked for.
struct PageLines {
    private struct Entry {
        var start: Int32
        var end: Int32
        var position: Int32
        var around: MarkupEvidence
    }

    private let text: [UInt8]
    private var entries: [Entry] = []

    /// Longer blocks are running text, in bytes.
    private static let maximumLength = 160
    private static let maximumCount = 1000

    init() { text = [] }

    /// The blocks that are short enough to be a byline or a date.
    init(_ page: Page) {
        text = page.text
        for block in page.blocks where block.count <= Self.maximumLength {
            guard entries.count < Self.maximumCount else { break }
            entries.append(
                Entry(
                    start: block.start, end: block.end, position: block.sourceStart,
                    around: page.elements[Int(block.element)].path))
        }
    }

    init(_ lines: [PageEvidence.Line]) {
        var text: [UInt8] = []
        for line in lines {
            let start = text.count
            text += Array(line.text.utf8)
            entries.append(
                Entry(
                    start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: text.count),
                    position: Int32(truncatingIfNeeded: line.position), around: line.around))
        }
        self.text = text
    }

    var count: Int { entries.count }

    subscript(index: Int) -> PageEvidence.Line {
        PageEvidence.Line(
            text: String(decoding: bytes(index), as: UTF8.self), position: position(index), around: around(index))
    }

    func bytes(_ index: Int) -> ArraySlice<UInt8> { text[Int(entries[index].start)..<Int(entries[index].end)] }

    func position(_ index: Int) -> Int { Int(entries[index].position) }

    func around(_ index: Int) -> MarkupEvidence { entries[index].around }

    /// The first line that begins at this position of the decoded input or behind it.
    func index(from position: Int) -> Int {
        entries.firstIndex { Int($0.position) >= position } ?? entries.count
    }
}
