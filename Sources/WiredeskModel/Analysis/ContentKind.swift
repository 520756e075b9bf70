/// What the input is.
public enum ContentKind: String, Sendable, Hashable, CaseIterable {
    case auto
    case html
    case text
}

extension ContentKind: Label {
    package static let names = LabelNames<ContentKind>()

    /// No kind can be guessed.
    package static var unknown: ContentKind? { nil }
}
