/// Writes a body in one encoding. Everything but the primitives is shared, so the encodings cannot drift apart.
package protocol BodyWriter: FieldVisitor {
    mutating func write(_ value: Int)
    mutating func write(_ value: Double)
    mutating func write(_ value: Bool)
    mutating func write(_ value: String)
    mutating func writeArray<T: FieldValue>(_ values: [T])
    mutating func writeRecord<T: Record>(_ value: T)
    /// The key of the field that the next value belongs to.
    mutating func writeKey(_ name: StaticString)
}

extension BodyWriter {
    @inline(__always)
    package mutating func required<T: FieldValue>(_ name: StaticString, _ value: inout T) throws(BodyError) {
        writeKey(name)
        value.write(to: &self)
    }

    @inline(__always)
    package mutating func optional<T: FieldValue>(_ name: StaticString, _ value: inout T?) throws(BodyError) {
        guard let value else { return }
        writeKey(name)
        value.write(to: &self)
    }

    @inline(__always)
    package mutating func list<T: FieldValue>(_ name: StaticString, _ value: inout [T]) throws(BodyError) {
        guard !value.isEmpty else { return }
        writeKey(name)
        writeArray(value)
    }

    @inline(__always)
    package mutating func defaulted<T: FieldValue & Equatable>(
        _ name: StaticString, _ value: inout T, _ standard: T
    ) throws(BodyError) {
        guard value != standard else { return }
        writeKey(name)
        value.write(to: &self)
    }
}
