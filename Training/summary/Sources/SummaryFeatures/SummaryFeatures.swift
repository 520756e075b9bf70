import Foundation

@testable import WiredeskEngine

/// Prints what the engine knows of each sentence of a training set, one line of JSON for each article, or the table of
/// inverse document frequencies. `train.py` runs it.
///
///     SummaryFeatures features|frequencies FILE.jsonl
@main
enum SummaryFeatures {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { return print("usage: SummaryFeatures features|frequencies FILE.jsonl") }
        let lines = try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\n")
        let articles = try lines.compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        switch arguments[1] {
        case "frequencies": try printFrequencies(articles)
        default: for article in articles { try printFeatures(article) }
        }
    }

    private static func document(_ article: [String: Any]) throws -> Document {
        var read = VerbatimReader.read(Array((article["text"] as? String ?? "").utf8))
        read.article.title = article["title"] as? String
        return try Document(analyzing: &read, interruption: Interruption())
    }

    private static func printFeatures(_ article: [String: Any]) throws {
        let document = try document(article)
        let candidates = SummaryCandidates.sentences(of: document, length: .ratio(1))
        let features = try SentenceFeatures(document, sentences: candidates, interruption: Interruption())
        let record: [String: Any] = [
            "id": article["id"] ?? "",
            "names": SummaryFeature.allCases.map { "\($0)" },
            "sentences": candidates.map { index in
                let sentence = document.sentences[index]
                return String(decoding: document.text[sentence.start..<sentence.end], as: UTF8.self)
            },
            "features": features.values.map { Double($0) },
        ]
        print(String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self))
    }

    /// For each article one line with the hashes of its normalised words.
    private static func printFrequencies(_ articles: [[String: Any]]) throws {
        let normalizer = TermNormalizer(language: "en")
        for article in articles {
            let document = try document(article)
            let hashes = document.text.withUnsafeBufferPointer { bytes in
                Set(
                    document.tokens.filter { $0.isWord && $0.range.count > 1 }.map {
                        normalizer.hash(of: $0.range, in: UTF8Text(bytes))
                    })
            }
            print(hashes.sorted().map(String.init).joined(separator: " "))
        }
    }
}
