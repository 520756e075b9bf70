/// Any JSON value, for documents whose shape is not ours (JSON-LD in a page, a caller's own id).
package enum JSONValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    /// In the order of the document; a key may repeat.
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONValue
    }

    /// The first member with this key.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements of an array; of anything else, itself.
    package var elements: [JSONValue] {
        if case .array(let values) = self { values } else { [self] }
    }
}

extension JSONValue: FieldValue {
    package func write<W: BodyWriter>(to writer: inout W) {
        switch self {
        case .boolean(let value): writer.write(value)
        case .integer(let value): writer.write(value)
        case .double(let value): writer.write(value)
        case .string(let value): writer.write(value)
        case .array(let values): writer.writeArray(values)
        // Nothing of ours writes these two: a body has no nulls, and its records are described.
        case .null, .object: preconditionFailure("only scalars and arrays of them are written")
        }
    }

    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> JSONValue {
        // Only JSON has values without a description.
        guard var json = reader as? JSONReader else {
            try BodyError.raise(.wrongType, "expected a described value", at: reader.position)
        }
        let value = try readJSON(from: &json)
        reader = json as! R
        return value
    }

    private static func readJSON(from reader: inout JSONReader) throws(BodyError) -> JSONValue {
        switch try reader.peekKind() {
        case .null:
            try reader.skipNull()
            return .null
        case .boolean: return .boolean(try reader.readBool())
        case .string: return .string(try reader.readString())
        case .array: return .array(try reader.readArray())
        case .number:
            let before = reader
            do { return .integer(try reader.readInt()) } catch {
                reader = before
                return .double(try reader.readDouble())
            }
        case .object:
            guard reader.depth < BodyLimits.depth else {
                try BodyError.raiseNestedTooDeep(at: reader.position)
            }
            reader.depth += 1
            var members: [Member] = []
            var remaining = try reader.openMap()
            while remaining > 0 {
                members.append(Member(key: try reader.readAnyKey(), value: try JSONValue.read(from: &reader)))
                try reader.nextKey(&remaining)
            }
            reader.depth -= 1
            return .object(members)
        }
    }
}
