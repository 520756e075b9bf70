import Foundation

@testable import WiredeskEngine

/// Prints what the engine sees of each stretch in quotation marks: one line for each article of a training set, and
/// first one with the names of the signs' values. `train.py` runs it.
///
///     QuoteSigns FILE.jsonl
@main
enum QuoteSigns {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else { return print("usage: QuoteSigns FILE.jsonl") }
        try write(["signs": SpeechSigns.names])
        for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n") {
            guard let article = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
            try write(["id": article["id"] ?? "", "stretches": stretches(of: article["text"] as? String ?? "")])
        }
    }

    /// Where each stretch starts and ends, in bytes of the text, and the values of its signs.
    private static func stretches(of text: String) throws -> [[Int]] {
        var read = VerbatimReader.read(Array(text.utf8))
        let document = try Document(analyzing: &read, interruption: Interruption())
        let entities = try EntityExtractor.extract(from: document, interruption: Interruption())
        var found: [[Int]] = []
        _ = try QuoteFinder.find(in: document, entities: entities, interruption: Interruption()) { stretch, signs in
            let start = Int(document.tokens[stretch.tokens.lowerBound].start)
            let end = Int(document.tokens[stretch.tokens.upperBound - 1].end)
            found.append([start, end] + signs.values)
        }
        return found
    }

    private static func write(_ object: [String: Any]) throws {
        print(String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self))
    }
}
