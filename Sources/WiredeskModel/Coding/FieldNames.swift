/// Collects the names of a record's fields, in the order of the description.
struct FieldNames: FieldVisitor {
    private var names: [StaticString] = []

    static func of<T: Record>(_ type: T.Type) -> [StaticString] {
        var fields = FieldNames()
        var record = T()
        // A visitor that refuses nothing.
        try? record.describe(&fields)
        return fields.names
    }

    mutating func required<T: FieldValue>(_ name: StaticString, _ value: inout T) { names.append(name) }

    mutating func optional<T: FieldValue>(_ name: StaticString, _ value: inout T?) { names.append(name) }

    mutating func list<T: FieldValue>(_ name: StaticString, _ value: inout [T]) { names.append(name) }

    mutating func defaulted<T: FieldValue & Equatable>(_ name: StaticString, _ value: inout T, _ standard: T) {
        names.append(name)
    }
}
