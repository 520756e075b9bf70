@testable import WiredeskEngine

/// All words of the training texts with their features and labels, in one row.
struct TrainingSet {
    struct Sentence {
        /// Words, counted over all texts.
        var words: Range<Int>
        var document: Int
        var hasMisc: Bool
    }

    struct Document {
        var input: TaggerInput
        var firstWord: Int
        var sentences: Range<Int>
        var source: LabelSource
    }

    /// Whether the perceptron's features are made.
    private let hasFeatures: Bool

    init(hasFeatures: Bool) { self.hasFeatures = hasFeatures }

    var documents: [Document] = []
    var sentences: [Sentence] = []
    /// As they are written; where the perceptron's features are made, nobody asks for them.
    var words: [String] = []
    var labels: [UInt8] = []
    /// Features, and for each word the end of its own.
    var features: [UInt32] = []
    var ends: [Int] = []
    /// The same for those of the second pass.
    var secondFeatures: [UInt32] = []
    var secondEnds: [Int] = []

    /// Adds a text, read as the engine reads it; those that it does not take for English it would not tag.
    mutating func add(_ gold: GoldText) throws {
        var read = VerbatimReader.read(gold.text)
        let interruption = Interruption()
        let document = try WiredeskEngine.Document(analyzing: &read, interruption: interruption)
        let text = try LexemeReader.read(document, interruption: interruption)
        guard text.isEnglish, !text.lexemes.isEmpty else { return }
        var taken = [Bool](repeating: false, count: text.lexemes.count)
        let reference = Dateline.reference(of: document, text)
        for time in try TimeGrammar.expressions(in: text, reference: reference, interruption: interruption) {
            for index in time.lexemes { taken[index] = true }
        }
        for amount in try AmountGrammar.expressions(in: text, taken: taken, interruption: interruption) {
            for index in amount.lexemes { taken[index] = true }
        }
        let evidence = CaseEvidence(text)
        let candidates = try NameScanner.candidates(
            in: text, evidence: evidence, taken: taken, interruption: interruption)
        let rules = try NameTyper.names(candidates, in: text, evidence: evidence, interruption: interruption)
        let input = try TaggerInput(text, rules: rules, taken: taken, interruption: interruption)

        let firstWord = labels.count
        labels += Self.labels(of: gold, in: text)
        let firstSentence = sentences.count
        for sentence in text.sentences where !sentence.isEmpty {
            sentences.append(
                Sentence(
                    words: firstWord + sentence.lowerBound..<firstWord + sentence.upperBound,
                    document: documents.count, hasMisc: gold.hasMisc))
        }
        documents.append(
            Document(
                input: input, firstWord: firstWord, sentences: firstSentence..<sentences.count,
                source: gold.source))
        guard hasFeatures else {
            for lexeme in text.lexemes { words.append(text.string(lexeme.range)) }
            return
        }
        var ofWord = [Range<Int>](repeating: 0..<0, count: text.lexemes.count)
        for sentence in text.sentences { for index in sentence { ofWord[index] = sentence } }
        withFeatures(of: input) { builder, output in
            for (index, sentence) in ofWord.enumerated() {
                builder.addFirstPass(index, in: sentence)
                features.append(contentsOf: UnsafeBufferPointer(start: output, count: builder.count))
                ends.append(features.count)
            }
        }
    }

    /// Adds the features of the second pass from what a first pass decided about each word.
    mutating func addSecondPass(_ decided: [UInt8]) {
        for document in documents {
            let count = document.input.words.count - 1
            let decisions = DocumentDecisions(
                document.input, labels: Array(decided[document.firstWord..<document.firstWord + count]))
            var ofWord = [Range<Int>](repeating: 0..<0, count: count)
            for sentence in document.input.sentences { for index in sentence { ofWord[index] = sentence } }
            withFeatures(of: document.input) { builder, output in
                for (index, sentence) in ofWord.enumerated() {
                    builder.addSecondPass(index, in: sentence, decisions)
                    secondFeatures.append(contentsOf: UnsafeBufferPointer(start: output, count: builder.count))
                    secondEnds.append(secondFeatures.count)
                }
            }
        }
    }

    private func withFeatures(
        of input: TaggerInput, _ body: (inout NameFeatures, UnsafeMutablePointer<UInt32>) -> Void
    ) {
        input.words.withUnsafeBufferPointer { words in
            let output = UnsafeMutablePointer<UInt32>.allocate(capacity: NameFeatures.most)
            defer { output.deallocate() }
            var builder = NameFeatures(words, into: output)
            body(&builder, output)
        }
    }

    private static func labels(of gold: GoldText, in text: LexedText) -> [UInt8] {
        var labels = [UInt8](repeating: 0, count: text.lexemes.count)
        var sentenceOf = [Int](repeating: -1, count: text.lexemes.count)
        for (number, sentence) in text.sentences.enumerated() { for index in sentence { sentenceOf[index] = number } }
        for name in gold.names {
            var first = text.lexeme(at: name.range.lowerBound)
            if first > 0, text.lexemes[first - 1].end > name.range.lowerBound { first -= 1 }
            let end = text.lexeme(at: name.range.upperBound)
            guard first < end, sentenceOf[first] == sentenceOf[end - 1], sentenceOf[first] >= 0 else { continue }
            let own = NameLabel.labels(words: end - first, nameClass: name.nameClass)
            for (offset, label) in own.enumerated() { labels[first + offset] = UInt8(label) }
        }
        return labels
    }
}
