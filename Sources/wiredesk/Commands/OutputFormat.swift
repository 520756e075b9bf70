import ArgumentParser

/// The value of `--format`.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people, in a terminal.
    case text
    /// One object a line for each input.
    case json
    /// A standalone page.
    case html
}
