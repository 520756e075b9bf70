/// Which of the waiting jobs starts first. It does not stop one that runs.
package enum JobPriority: Int, Sendable, Comparable, CaseIterable {
    case low, normal, high

    package static func < (left: JobPriority, right: JobPriority) -> Bool { left.rawValue < right.rawValue }
}
