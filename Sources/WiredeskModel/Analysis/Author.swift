/// A person, or an organization when no person is named, that wrote the article.
public struct Author: Sendable, Hashable {
    public var name: String

    public init(name: String) {
        self.name = name
    }
}

extension Author: Record {
    package init() { self.init(name: "") }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("name", &name)
    }
}
