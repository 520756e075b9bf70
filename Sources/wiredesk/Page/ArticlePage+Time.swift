import WiredeskModel

extension ArticlePage {
    /// How long each stage took, as a bar and in words; nothing when that was not asked for.
    static func times(of stages: [StageReport]) -> String {
        let total = stages.reduce(0.0) { $0 + Double($1.microseconds ?? 0) }
        guard total > 0 else { return "" }
        var bar = ""
        var legend = ""
        for (index, stage) in stages.enumerated() {
            guard let microseconds = stage.microseconds else { continue }
            let share = 100 * Double(microseconds) / total
            bar += "<span class=\"stage-\(index % 3)\" style=\"inline-size: \(Quantity.hundredths(share))%\"></span>"
            legend += "<li><i class=\"stage-\(index % 3)\"></i>\(stage.name.rawValue) "
            legend += "\(Quantity.hundredths(Double(microseconds) / 1000)) ms</li>"
        }
        return """
            <section><h2>Time</h2>
            <div class="bar" aria-hidden="true">\(bar)</div>
            <ul class="legend">\(legend)</ul></section>

            """
    }
}
