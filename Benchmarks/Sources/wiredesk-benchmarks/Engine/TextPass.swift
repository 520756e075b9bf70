import WiredeskEngine

/// Parts of the engine that work on text, for programs that take turns with it.
enum TextPass: String {
    /// Cutting lines into sentences.
    case sentences
    /// The summary's stage, with the key phrases.
    case summary

    /// Prints articles, bytes and seconds of one pass: of processor time for sentences, by the clock for the summary.
    func printFigures(_ texts: [[UInt8]]) {
        // The first pass makes the engine's tables.
        _ = seconds(texts)
        print(texts.count, texts.reduce(0) { $0 + $1.count }, seconds(texts))
    }

    private func seconds(_ texts: [[UInt8]]) -> Double {
        switch self {
        case .sentences: sentenceSeconds(texts)
        case .summary: summarySeconds(texts)
        }
    }

    private func sentenceSeconds(_ texts: [[UInt8]]) -> Double {
        let paragraphs = texts.map { text in
            text.split(separator: UInt8(ascii: "\n")).map {
                Paragraph(start: $0.startIndex, end: $0.endIndex, kind: .body)
            }
        }
        let start = ProcessorTime.ofThread
        var count = 0
        for (text, paragraphs) in zip(texts, paragraphs) {
            count += SentenceSplitter.split(text, paragraphs: paragraphs, language: "en").count
        }
        precondition(count > 0, "no sentences in the texts")
        return ProcessorTime.ofThread - start
    }

    private func summarySeconds(_ texts: [[UInt8]]) -> Double {
        let engine = Engine()
        var options = AnalysisOptions()
        options.stages = [.reading, .summary]
        options.verbatim = true
        let reports = texts.flatMap { (try? engine.analyze($0, options: options))?.stages ?? [] }
        return Double(reports.filter { $0.name == .summary }.reduce(0) { $0 + ($1.microseconds ?? 0) }) / 1e6
    }
}
