/// A table as RESULTS.md has it; everything but the first column is numbers.
struct MarkdownTable {
    private let heads: [String]
    private var rows: [[String]] = []

    init(_ heads: String...) {
        self.heads = heads
    }

    mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    var text: String {
        let rule = "| --- |" + String(repeating: " ---: |", count: heads.count - 1)
        return ([Self.line(heads), rule] + rows.map(Self.line)).joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
