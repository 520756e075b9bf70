/// What spans count.
public enum OffsetUnit: String, Sendable, Hashable, CaseIterable {
    /// Unicode scalar values (Python's and Rust's characters).
    case scalar
    /// Bytes of UTF-8.
    case utf8
    /// UTF-16 code units (Java's and JavaScript's characters).
    case utf16
}

extension OffsetUnit: Label {
    package static let names = LabelNames<OffsetUnit>()

    /// No unit can be guessed.
    package static var unknown: OffsetUnit? { nil }
}
