import Foundation

@testable import WiredeskEngine

/// Prepares the texts that the name tagger learns from, and trains its perceptron: see README.md.
///
///     TrainNames export NETWORK_DIRECTORY [--copies] FILE...
///     TrainNames perceptron names.bin EPOCHS TEACHER_LABELS FILE...
///
/// The second call names the files that the first one had with `--copies`, or the first of them. FILE.jsonl has labelled texts, or texts alone;
/// of FILE.conll only the text is read. Texts alone get their labels from the teacher, whose TEACHER_LABELS has one byte
/// for each word of the export.
@main
enum TrainNames {
    /// Texts that do not mark names of the class MISC.
    static let withoutMisc: Set<String> = ["uner_ewt", "broad_twitter"]
    /// The file that `mixtures.py` makes.
    static let mixtures = "mixtures"
    /// One labelled document in so many is added again in capitals, and another in small letters.
    static let copies = 40
    static let sketchBits = 24
    static let hashedBits = 21

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "export" where arguments.count >= 3: try export(arguments)
        case "perceptron" where arguments.count >= 5: try trainPerceptron(arguments)
        default:
            print("usage: TrainNames export NETWORK_DIRECTORY [--copies] FILE...")
            print("       TrainNames perceptron names.bin EPOCHS TEACHER_LABELS FILE...")
        }
    }

    private static func export(_ arguments: [String]) throws {
        let hasCopies = arguments[2] == "--copies"
        let set = try read(arguments[(hasCopies ? 3 : 2)...], hasCopies: hasCopies, hasFeatures: false)
        try NetworkInput.write(set, to: arguments[1])
        report("done")
    }

    private static func trainPerceptron(_ arguments: [String]) throws {
        guard let epochs = Int(arguments[2]) else { return print("not a number: \(arguments[2])") }
        var set = try read(arguments[4...], hasCopies: true, hasFeatures: true)
        let labels = try Data(contentsOf: URL(fileURLWithPath: arguments[3]))
        guard labels.count >= set.labels.count else { return print("\(arguments[3]) is of other texts") }
        for document in set.documents where document.source != .people {
            for word in document.firstWord..<document.firstWord + document.input.words.count - 1 {
                set.labels[word] = labels[word]
            }
        }
        var selection = FeatureSelection()
        addDecisions(to: &set, &selection)
        report("\(selection.keys.count { $0 != 0 }) features in the table")
        let rows = FeatureRows(set, selection)
        let model = train(set, rows, epochs: epochs)
        let bytes = ModelFile.bytes(model, selection)
        try Data(bytes).write(to: URL(fileURLWithPath: arguments[1]))
        report("\(bytes.count) bytes")
    }

    private static func read(
        _ files: ArraySlice<String>, hasCopies: Bool, hasFeatures: Bool
    ) throws -> TrainingSet {
        var set = TrainingSet(hasFeatures: hasFeatures)
        for file in files {
            let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let texts =
                file.hasSuffix(".conll")
                ? try GoldText.readTokens(file)
                : try GoldText.readLines(
                    file, hasMisc: !withoutMisc.contains(name),
                    unlabelled: name == mixtures ? .teacherOfMixture : .teacher)
            for (index, text) in texts.enumerated() {
                try set.add(text)
                guard hasCopies, text.source == .people else { continue }
                if index % copies == 7 { try set.add(text.written(inCapitals: true)) }
                if index % copies == 27 { try set.add(text.written(inCapitals: false)) }
            }
            report("\(name): \(set.labels.count) words, \(set.sentences.count) sentences so far")
        }
        return set
    }

    static let start = ContinuousClock.now

    static func report(_ line: String) {
        print((ContinuousClock.now - start).components.seconds, line)
        fflush(nil)
    }

    static func shuffle(_ order: inout [Int], _ model: Perceptron) {
        for index in order.indices.reversed() {
            order.swapAt(index, Int(model.nextRandom() % UInt64(index + 1)))
        }
    }

    /// Trains one model on each half of the documents over hashed features to decide about the other half, so that the
    /// second pass learns from mistakes as they will be made; their weights say which features matter.
    private static func addDecisions(to set: inout TrainingSet, _ selection: inout FeatureSelection) {
        var decided = [UInt8](repeating: 0, count: set.labels.count)
        var importance = [Float](repeating: 0, count: 1 << hashedBits)
        let mask = UInt32(1 << hashedBits) - 1
        func rows(of word: Int, into rows: inout [Int32]) {
            for feature in set.features[(word == 0 ? 0 : set.ends[word - 1])..<set.ends[word]] {
                rows.append(Int32(feature & mask))
            }
        }
        for half in 0..<2 {
            let model = Perceptron(rows: 1 << hashedBits)
            var order = set.sentences.indices.filter { set.sentences[$0].document % 2 != half }
            for _ in 0..<3 {
                shuffle(&order, model)
                for index in order {
                    learn(set, set.sentences[index], model) { rows(of: $0, into: &$1) }
                }
            }
            model.average()
            for sentence in set.sentences where sentence.document % 2 == half {
                var all: [Int32] = []
                var ends: [Int] = []
                for word in sentence.words {
                    rows(of: word, into: &all)
                    ends.append(all.count)
                }
                let labels = model.decode(all, ends, hasMisc: true)
                for (offset, label) in labels.enumerated() { decided[sentence.words.lowerBound + offset] = label }
            }
            for row in importance.indices { importance[row] += (model.weights[row] * model.weights[row]).sum() }
            report("half \(half) decided")
        }
        var sketch = [UInt8](repeating: 0, count: 1 << sketchBits)
        let sketchMask = UInt32(1 << sketchBits) - 1
        for feature in set.features {
            let slot = Int(feature >> 3 & sketchMask)
            if sketch[slot] < 64 { sketch[slot] += 1 }
        }
        set.addSecondPass(decided)
        for feature in set.secondFeatures { selection.offer(feature) { _ in .infinity } }
        for feature in set.features where sketch[Int(feature >> 3 & sketchMask)] > 1 {
            selection.offer(feature) {
                importance[Int($0 & mask)] * Float(sketch[Int($0 >> 3 & sketchMask)]).squareRoot()
            }
        }
    }

    /// The model over the selected features. Half the sentences are shown as the first pass sees them, half as the
    /// second does.
    private static func train(_ set: TrainingSet, _ rows: FeatureRows, epochs: Int) -> Perceptron {
        let model = Perceptron(rows: rows.table)
        var order = Array(set.sentences.indices)
        for epoch in 1...epochs {
            shuffle(&order, model)
            var wrong = 0
            for index in order {
                let isSecond = model.nextRandom() >> 32 & 1 == 1
                wrong += learn(set, set.sentences[index], model) { word, all in
                    all += rows.first(word)
                    if isSecond { all += rows.second(word) }
                }
            }
            report("epoch \(epoch): \(Double(wrong * 10000 / set.labels.count) / 100)% of the words wrong")
        }
        model.average()
        return model
    }

    /// One sentence with three in ten of its features left out.
    @discardableResult
    private static func learn(
        _ set: TrainingSet, _ sentence: TrainingSet.Sentence, _ model: Perceptron,
        _ add: (Int, inout [Int32]) -> Void
    ) -> Int {
        var all: [Int32] = []
        var kept: [Int32] = []
        var ends: [Int] = []
        let threshold = UInt32(Float(UInt32.max) * Perceptron.dropout)
        for word in sentence.words {
            all.removeAll(keepingCapacity: true)
            add(word, &all)
            for row in all where UInt32(truncatingIfNeeded: model.nextRandom() >> 16) >= threshold { kept.append(row) }
            ends.append(kept.count)
        }
        return model.learn(kept, ends, set.labels[sentence.words], hasMisc: sentence.hasMisc)
    }
}
