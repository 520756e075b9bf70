/// Writes CBOR (RFC 8949): definite lengths, shortest heads, text keys, 64-bit floats.
package struct CBORWriter: BodyWriter {
    package private(set) var bytes: [UInt8] = []
    /// Fields written so far of the record being written.
    private var fields: UInt8 = 0

    package init(reservingCapacity capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    package static func encode<T: Record>(_ value: T, reservingCapacity capacity: Int = 1024) -> [UInt8] {
        var writer = CBORWriter(reservingCapacity: capacity)
        value.write(to: &writer)
        return writer.bytes
    }

    private mutating func head(_ major: UInt8, _ value: UInt64) {
        switch value {
        case 0..<24:
            bytes.append(major | UInt8(value))
        case 24..<0x100:
            bytes.append(major | 24)
            bytes.append(UInt8(value))
        case 0x100..<0x1_0000:
            bytes.append(major | 25)
            append(UInt16(value))
        case 0x1_0000..<0x1_0000_0000:
            bytes.append(major | 26)
            append(UInt32(value))
        default:
            bytes.append(major | 27)
            append(value)
        }
    }

    private mutating func append<I: FixedWidthInteger>(_ value: I) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func write(_ value: Int) {
        if value >= 0 { head(0x00, UInt64(value)) } else { head(0x20, UInt64(bitPattern: Int64(~value))) }
    }

    package mutating func write(_ value: Double) {
        bytes.append(0xFB)
        append(value.bitPattern)
    }

    package mutating func write(_ value: Bool) {
        bytes.append(value ? 0xF5 : 0xF4)
    }

    package mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            head(0x60, UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    package mutating func writeKey(_ name: StaticString) {
        fields += 1
        head(0x60, UInt64(name.utf8CodeUnitCount))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    package mutating func writeArray<T: FieldValue>(_ values: [T]) {
        head(0x80, UInt64(values.count))
        for value in values { value.write(to: &self) }
    }

    package mutating func writeRecord<T: Record>(_ value: T) {
        let outer = fields
        let start = bytes.count
        fields = 0
        bytes.append(0xA0)
        var value = value
        // A writer refuses nothing.
        try? value.describe(&self)
        // The count is known only now. No record has more than 23 fields, so the head is one byte.
        precondition(fields < 24, "\(T.self) has too many fields for a one-byte map head")
        bytes[start] = 0xA0 | fields
        fields = outer
    }
}
