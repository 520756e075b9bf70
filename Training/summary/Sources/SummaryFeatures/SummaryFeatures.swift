import Foundation

@testable import WiredeskEngine

/// Prints what the engine knows of each sentence of a training set, or of each set of its likeliest sentences, one line of
/// JSON for each article, or the words that it has. `train.py` runs it.
///
///     SummaryFeatures features|frequencies FILE.jsonl
///     SummaryFeatures sets FILE.jsonl SCORES.jsonl
///
/// SCORES.jsonl has a list of the sentences' scores for each article.
@main
enum SummaryFeatures {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == (arguments.dropFirst().first == "sets" ? 4 : 3) else {
            return print("usage: SummaryFeatures features|frequencies|sets FILE.jsonl [SCORES.jsonl]")
        }
        let articles = try lines(of: arguments[2], as: [String: Any].self)
        switch arguments[1] {
        case "frequencies": try printFrequencies(articles)
        case "sets":
            for (article, scores) in zip(articles, try lines(of: arguments[3], as: [Double].self)) {
                try printSets(article, scores: scores.map { Float($0) })
            }
        default: for article in articles { try printFeatures(article) }
        }
    }

    private static func lines<Value>(of path: String, as type: Value.Type) throws -> [Value] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Value
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
        let words = try SummaryWords(document, interruption: Interruption())
        let features = try SentenceFeatures(document, words, sentences: candidates, interruption: Interruption())
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

    /// The sets of leaders, as positions among the article's candidates, and what the trees see of each.
    private static func printSets(_ article: [String: Any], scores: [Float]) throws {
        let document = try document(article)
        let candidates = SummaryCandidates.sentences(of: document, length: .ratio(1))
        let words = try SummaryWords(document, interruption: Interruption())
        let features = try SentenceFeatures(document, words, sentences: candidates, interruption: Interruption())
        let leaders = SummaryLeaders(
            features.vectors, scores: scores, trigrams: SentenceTrigrams(document, words, candidates: candidates))
        let rows = SentenceSetFeatures(features, scores: scores, leaders: leaders)
        let sets = leaders.sets(of: SummaryCore.size)
        let record = [
            "sets": sets.map { $0.map { Double(leaders.sentences[$0]) } },
            "features": sets.map { set in
                var numbers = [TreeEnsemble.Row](repeating: .zero, count: SentenceSetFeatures.width)
                numbers.withUnsafeMutableBufferPointer { numbers in
                    var row = FeatureRow(numbers, lane: 0)
                    rows.fill(&row, set)
                    row.finish()
                }
                return numbers.map { Double($0[0]) }
            },
        ]
        print(String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self))
    }

    /// For each article one line with the hashes of its words' stems.
    private static func printFrequencies(_ articles: [[String: Any]]) throws {
        for article in articles {
            let document = try document(article)
            let words = try SummaryWords(document, interruption: Interruption()).all
            let hashes = Set(zip(document.tokens, words).lazy.filter { $0.0.isWord && $0.0.range.count > 1 }.map(\.1.stem))
            print(hashes.sorted().map(String.init).joined(separator: " "))
        }
    }
}
