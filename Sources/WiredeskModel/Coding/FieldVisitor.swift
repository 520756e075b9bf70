/// What a `Record` shows its fields to.
package protocol FieldVisitor {
    /// A field that is always there.
    mutating func required<T: FieldValue>(_ name: StaticString, _ value: inout T) throws(BodyError)
    /// A field that is left out when there is nothing to say; never null.
    mutating func optional<T: FieldValue>(_ name: StaticString, _ value: inout T?) throws(BodyError)
    /// An array that is left out when it is empty.
    mutating func list<T: FieldValue>(_ name: StaticString, _ value: inout [T]) throws(BodyError)
    /// A field that is left out when it has its default.
    mutating func defaulted<T: FieldValue & Equatable>(
        _ name: StaticString, _ value: inout T, _ standard: T
    ) throws(BodyError)
}
