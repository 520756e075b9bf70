import WiredeskModel

/// What a stream of an analysis delivers.
public enum AnalysisUpdate: Sendable, Hashable {
    /// A stage is done; only its sections are filled in.
    case part(Stage, Analysis)
    /// Everything; the last update.
    case result(Analysis)
}
