/// A value of linked data, as far as metadata needs it.
enum LinkedDataValue {
    /// The members that say something about an article.
    enum Key: String, CaseIterable {
        case id = "@id"
        case type = "@type"
        case graph = "@graph"
        case value = "@value"
        case name, headline, alternativeHeadline, datePublished, dateCreated, dateModified, inLanguage, url
        case articleSection, image, thumbnailUrl, contentUrl, publisher, keywords, author, creator
        case mainEntity, mainEntityOfPage
    }

    /// A string, or a number as it is written.
    case string(String)
    case array([LinkedDataValue])
    /// In the order of the document; a key may repeat.
    case object([(key: Key, value: LinkedDataValue)])
    /// Says nothing: `null`, `true`, what lies too deep.
    case nothing

    /// The first member with this key.
    subscript(key: Key) -> LinkedDataValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements of an array; of anything else, itself.
    var elements: [LinkedDataValue] {
        if case .array(let values) = self { values } else { [self] }
    }
}
