/// The caller's name for an article: a JSON string or number, given back exactly as it came.
package struct RecordID: FieldValue, Sendable, Hashable {
    private let json: [UInt8]

    /// The name of a line in a file that has none: its number, from 1.
    package init(number: Int) {
        json = Array(String(number).utf8)
    }

    /// The name of a file.
    package init(name: String) {
        json = JSONWriter.encode(name)
    }

    private init(json: [UInt8]) {
        self.json = json
    }

    package static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> RecordID {
        guard var body = reader as? JSONReader else {
            throw BodyError(.wrongType, "an article's record is JSON", at: reader.position)
        }
        let kind = try body.peekKind()
        guard kind == .string || kind == .number else {
            throw BodyError(.wrongType, "id is a string or a number", at: body.position)
        }
        let id = RecordID(json: try body.readVerbatim())
        reader = body as! R
        return id
    }

    package func write<W: BodyWriter>(to writer: inout W) {
        guard var body = writer as? JSONWriter else { preconditionFailure("an article's record is JSON") }
        body.writeVerbatim(json)
        writer = body as! W
    }
}
