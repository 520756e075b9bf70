/// What a paragraph is.
public enum ParagraphKind: String, Sendable, Hashable, CaseIterable {
    case body
    case heading
    /// One item of a list.
    case list
    case quote
    case caption
}

extension ParagraphKind: Label {
    package static let names = LabelNames<ParagraphKind>()

    /// A kind that a later version adds reads as `body`.
    package static var unknown: ParagraphKind? { .body }
}
