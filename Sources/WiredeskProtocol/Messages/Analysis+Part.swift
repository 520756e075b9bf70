import WiredeskModel

extension Analysis {
    /// What one stage added.
    package func part(_ stage: Stage) -> Analysis {
        var part = Analysis(id: id, engine: engine, stages: stages.filter { $0.name == stage })
        switch stage {
        case .reading:
            part.article = article
            part.warnings = warnings
        case .entities:
            part.entities = entities
            part.quotes = quotes
        case .summary:
            part.summary = summary
            part.keyphrases = keyphrases
        }
        return part
    }
}
