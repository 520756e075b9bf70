/// What the input is.
public enum ContentKind: String, Sendable, Hashable, CaseIterable {
    case auto
    case html
    case text
}

extension ContentKind: Label {
    /// No kind can be guessed.
    package static var unknown: ContentKind? { nil }
}
