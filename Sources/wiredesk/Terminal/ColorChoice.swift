import ArgumentParser

/// The value of `--color`.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    /// On a terminal that can, unless `NO_COLOR` is set (no-color.org).
    case auto
    case always
    case never
}
