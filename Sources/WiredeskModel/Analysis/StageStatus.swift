/// How a stage ended.
public enum StageStatus: String, Sendable, Hashable, CaseIterable {
    case ok
    case skipped
    case failed
    /// Stopped at the compute deadline.
    case timeout
}

extension StageStatus: Label {
    package static let names = LabelNames<StageStatus>()

    /// A status that a later version adds is no success.
    package static var unknown: StageStatus? { .failed }
}
