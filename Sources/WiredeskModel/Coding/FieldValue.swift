/// A value that a body can hold: a scalar, an array or a `Record`.
package protocol FieldValue {
    func write<W: BodyWriter>(to writer: inout W)
    static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Self
}

extension Int: FieldValue {
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Int { try reader.readInt() }
}

extension Double: FieldValue {
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Double {
        try reader.readDouble()
    }
}

extension Bool: FieldValue {
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> Bool { try reader.readBool() }
}

extension String: FieldValue {
    package func write<W: BodyWriter>(to writer: inout W) { writer.write(self) }
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> String {
        try reader.readString()
    }
}

extension Array: FieldValue where Element: FieldValue {
    package func write<W: BodyWriter>(to writer: inout W) { writer.writeArray(self) }
    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> [Element] {
        try reader.readArray()
    }
}
