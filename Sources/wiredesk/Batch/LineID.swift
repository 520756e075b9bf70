import WiredeskModel

/// The caller's name for a line: a JSON string or number, given back exactly as it came.
struct LineID: FieldValue, Sendable, Hashable {
    private let json: [UInt8]

    /// The name of a line that has none: its number, from 1.
    init(number: Int) {
        json = Array(String(number).utf8)
    }

    /// The name of a file.
    init(name: String) {
        json = JSONWriter.encode(name)
    }

    private init(json: [UInt8]) {
        self.json = json
    }

    static func read<R: BodyReader>(from reader: inout R) throws(BodyError) -> LineID {
        guard var body = reader as? JSONReader else {
            throw BodyError(.wrongType, "a line is JSON", at: reader.position)
        }
        let kind = try body.peekKind()
        guard kind == .string || kind == .number else {
            throw BodyError(.wrongType, "id is a string or a number", at: body.position)
        }
        let id = LineID(json: try body.readVerbatim())
        reader = body as! R
        return id
    }

    func write<W: BodyWriter>(to writer: inout W) {
        guard var body = writer as? JSONWriter else { preconditionFailure("a line is JSON") }
        body.writeVerbatim(json)
        writer = body as! W
    }
}
