import WiredeskModel

/// What a run of the executable left behind.
struct ProgramRun {
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of standard output.
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) }

    /// Standard output as the lines of JSON that it is.
    func objects() throws -> [JSONValue] {
        try lines.map { try JSONReader.decode(JSONValue.self, from: Array($0.utf8)) }
    }

    /// Standard output as the results that it is.
    func analyses() throws -> [Analysis] {
        try lines.map { try JSONReader.decode(Analysis.self, from: Array($0.utf8)) }
    }
}
