/// Why a stretch of the input is not part of the article.
public enum RemovalReason: String, Sendable, Hashable, CaseIterable {
    /// Page furniture that fits none of the others.
    case boilerplate
    /// Menus, breadcrumbs, "back to top".
    case navigation
    /// Advertising, sponsored content, affiliate disclosures.
    case advertisement
    /// Cookie and privacy notices.
    case consent
    /// Teasers and links to other articles.
    case related
    /// Newsletter, registration and payment appeals, ad-blocker notices.
    case subscription
    /// Share bars, follow links, social counters.
    case social
    /// Readers' comments and calls to comment.
    case comments
    /// The byline, moved to `authors`.
    case byline
    /// Publication date and time, moved to `published`.
    case dateline
    /// The title, moved to `title`.
    case title
    /// Photo and agency credits.
    case credit
    /// Copyright, disclaimers, terms.
    case legal
    /// Said already, in the same words.
    case duplicate
    /// Marked as not shown.
    case hidden
}

extension RemovalReason: Label {
    package static let names = LabelNames<RemovalReason>()

    /// A reason that a later version adds reads as `boilerplate`.
    package static var unknown: RemovalReason? { .boilerplate }
}
