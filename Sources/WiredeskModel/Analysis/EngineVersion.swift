/// What made the result: the same version, input and options always give the same bytes.
public struct EngineVersion: Sendable, Hashable {
    /// Of the engine.
    public var version: String
    /// Of the models and tables it carries.
    public var model: String

    public init(version: String, model: String) {
        self.version = version
        self.model = model
    }
}

extension EngineVersion: Record {
    package init() { self.init(version: "", model: "") }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("version", &version)
        try fields.required("model", &model)
    }
}
