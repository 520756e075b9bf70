import WiredeskModel

extension ArticleReport {
    /// How much was left out, and for which reasons.
    mutating func addRemoved(_ removed: [Removed]) {
        var counts: [RemovalReason: Int] = [:]
        var characters = 0
        for stretch in removed {
            counts[stretch.reason, default: 0] += 1
            characters += stretch.text.unicodeScalars.count
        }
        let reasons = RemovalReason.allCases.compactMap { reason in
            counts[reason].map { (reason, $0) }
        }.sorted { $0.1 > $1.1 }
        addSection("Left out")
        var line = StyledText(
            "\(Quantity.of(removed.count, "piece")), \(Quantity.of(characters, "character")): ")
        line.append(reasons.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", "))
        addParagraph(line)
    }

    /// Warnings of the reader, and stages that did not end well.
    mutating func addWarnings(_ analysis: Analysis) {
        var warnings = analysis.warnings
        for stage in analysis.stages where stage.status != .ok && stage.status != .skipped {
            warnings.append("\(stage.name.rawValue) \(stage.status.rawValue)" + (stage.message.map { ": \($0)" } ?? ""))
        }
        guard !warnings.isEmpty else { return }
        addSection("Warnings")
        for warning in warnings { addParagraph(StyledText(warning, .warning), indent: 2, hanging: 4) }
    }
}
