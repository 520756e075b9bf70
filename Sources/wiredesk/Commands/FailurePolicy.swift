import ArgumentParser

/// The value of `--fail-on-error`.
enum FailurePolicy: String, ExpressibleByArgument, CaseIterable {
    /// One failed line makes the job's exit code 1.
    case any
    /// Failed lines are for whoever reads the output.
    case never
}
