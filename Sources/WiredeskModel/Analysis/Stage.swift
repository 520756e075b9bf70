/// A stage of the pipeline. Its number is its place in PART frames.
public enum Stage: String, Sendable, Hashable, CaseIterable {
    case reading
    case entities
    case summary
}

extension Stage: Label {
    package static let names = LabelNames<Stage>()

    /// No stage can be guessed.
    package static var unknown: Stage? { nil }
}
