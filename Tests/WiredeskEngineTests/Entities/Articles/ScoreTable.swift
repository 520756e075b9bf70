import WiredeskModel

/// Scores as a table for people: precision, recall and F1 of each measure, a line for each article.
struct ScoreTable: CustomStringConvertible {
    let rows: [(name: String, scores: ArticleScores)]

    var description: String {
        let measures = ArticleScores.Measure.allCases
        var lines = [Self.padded("", 20) + measures.map { Self.padded($0.rawValue, 17) }.joined()]
        for row in rows {
            lines.append(Self.padded(row.name, 20) + measures.map { Self.cell(row.scores[$0]) }.joined())
        }
        if let last = rows.last {
            for (type, tally) in last.scores.types.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                lines.append(Self.padded(type.rawValue, 20) + Self.cell(tally))
            }
            lines += last.scores.mistakes
        }
        return lines.joined(separator: "\n")
    }

    private static func cell(_ tally: Tally) -> String {
        guard !tally.isEmpty else { return padded("-", 17) }
        return padded([tally.precision, tally.recall, tally.f1].map(percent).joined(separator: " "), 17)
    }

    /// With one decimal.
    private static func percent(_ value: Double) -> String {
        let tenths = Int((value * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
