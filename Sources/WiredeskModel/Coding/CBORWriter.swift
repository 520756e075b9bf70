/// Writes CBOR (RFC 8949): definite lengths, shortest heads, text keys, 64-bit floats.
package struct CBORWriter: BodyWriter {
    private var bytes = OutputBytes()
    /// Fields written so far of the record being written.
    private var fields: UInt8 = 0

    private init() {}

    package static func encode<T: Record>(_ value: T) -> [UInt8] {
        var writer = CBORWriter()
        defer { writer.bytes.deallocate() }
        value.write(to: &writer)
        return writer.bytes.array
    }

    /// The head of an item: its major type in the upper three bits, and its argument.
    @inline(__always)
    private mutating func head(_ major: UInt8, _ argument: UInt64) {
        bytes.append(upTo: 9) { place in
            func put<I: FixedWidthInteger & BitwiseCopyable>(_ info: UInt8, _ argument: I) -> Int {
                place.storeBytes(of: major | info, as: UInt8.self)
                place.storeBytes(of: argument.bigEndian, toByteOffset: 1, as: I.self)
                return 1 + MemoryLayout<I>.size
            }
            switch argument {
            case 0..<24:
                place.storeBytes(of: major | UInt8(truncatingIfNeeded: argument), as: UInt8.self)
                return 1
            case 24..<0x100: return put(24, UInt8(truncatingIfNeeded: argument))
            case 0x100..<0x1_0000: return put(25, UInt16(truncatingIfNeeded: argument))
            case 0x1_0000..<0x1_0000_0000: return put(26, UInt32(truncatingIfNeeded: argument))
            default: return put(27, argument)
            }
        }
    }

    @inline(__always)
    package mutating func write(_ value: Int) {
        let isNegative = value < 0
        head(isNegative ? 0x20 : 0x00, UInt64(bitPattern: Int64(isNegative ? ~value : value)))
    }

    @inline(__always)
    package mutating func write(_ value: Double) {
        bytes.append(upTo: 9) { place in
            place.storeBytes(of: 0xFB, as: UInt8.self)
            place.storeBytes(of: value.bitPattern.bigEndian, toByteOffset: 1, as: UInt64.self)
            return 9
        }
    }

    @inline(__always)
    package mutating func write(_ value: Bool) {
        bytes.append(value ? 0xF5 : 0xF4)
    }

    package mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            head(0x60, UInt64(utf8.count))
            bytes.append(utf8)
        }
    }

    @inline(__always)
    package mutating func writeKey(_ name: StaticString) {
        fields &+= 1
        head(0x60, UInt64(name.utf8CodeUnitCount))
        bytes.append(name)
    }

    @inline(__always)
    package mutating func writeArray<T: FieldValue>(_ values: [T]) {
        head(0x80, UInt64(values.count))
        let values = values.span
        for index in values.indices { values[index].write(to: &self) }
    }

    @inline(__always)
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
        bytes.replace(at: start, with: 0xA0 | fields)
        fields = outer
    }
}
