/// A value that a body can hold: a scalar, an array or a `Record`.
package protocol FieldValue {
    func write<W: BodyWriter>(to writer: inout W)
    static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Self
}

extension Int: FieldValue {
    @inline(__always)
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    @inline(__always)
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Int { try reader.readInt() }
}

extension Double: FieldValue {
    @inline(__always)
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    @inline(__always)
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Double {
        try reader.readDouble()
    }
}

extension Bool: FieldValue {
    @inline(__always)
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    @inline(__always)
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Bool { try reader.readBool() }
}

extension String: FieldValue {
    @inline(__always)
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    @inline(__always)
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> String {
        try reader.readString()
    }
}

extension Array: FieldValue where Element: FieldValue {
    @inline(__always)
    package func write<W: BodyWriter>(to writer: inout W) { writer.writeArray(self) }
    @inline(__always)
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> [Element] {
        try reader.readArray()
    }
}
