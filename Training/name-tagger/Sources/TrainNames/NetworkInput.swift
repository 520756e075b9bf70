import Foundation

@testable import WiredeskEngine

/// What the programs that train the teacher and the network read, most as raw arrays: `network.py` says what each holds.
enum NetworkInput {
    static func write(_ set: TrainingSet, to directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        func write<Element>(_ values: [Element], _ name: String) throws {
            try values.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: directory + "/" + name)) }
        }
        var words: [UInt32] = []
        for document in set.documents {
            for word in document.input.words.dropLast() {
                words += [
                    word.lower, word.suffixes[2], word.suffixes[1], word.prefixes[2], word.suffixes[3], word.shape,
                    word.form, word.rule, word.kinds, word.classes, word.phrase, word.evidence, word.position,
                    word.isPlain ? 1 : 0,
                ]
            }
        }
        try write(words, "words.u32")
        try write(set.labels, "labels.u8")
        try set.words.joined(separator: "\n").write(
            toFile: directory + "/words.txt", atomically: true, encoding: .utf8)
        var sentences: [Int32] = []
        for sentence in set.sentences {
            sentences += [
                Int32(sentence.words.lowerBound), Int32(sentence.words.upperBound), sentence.hasMisc ? 1 : 0,
                set.documents[sentence.document].source.rawValue, Int32(sentence.document),
            ]
        }
        try write(sentences, "sentences.i32")
    }
}
