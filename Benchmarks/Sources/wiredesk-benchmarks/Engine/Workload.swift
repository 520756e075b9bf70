import WiredeskEngine

/// What is measured.
enum Workload: String, CaseIterable {
    /// Page to clean article, with its language, sentences and fingerprint.
    case reading
    /// Everything that the engine does.
    case pipeline

    var stages: [Stage] {
        switch self {
        case .reading: [.reading]
        case .pipeline: Stage.allCases
        }
    }
}
