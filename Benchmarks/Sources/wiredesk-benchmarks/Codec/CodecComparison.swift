import Foundation
import WiredeskEngine
import WiredeskModel

/// Writing and reading a result in both encodings, beside Foundation's JSON coders.
enum CodecComparison {
    private static let rounds = 9
    private static let repetitions = 200

    static func printTable() throws {
        let result = SampleResult.make()
        let cbor = CBORWriter.encode(result)
        let json = JSONWriter.encode(result)
        let data = Data(json)
        let encoder = JSONEncoder()
        let decoder = JSONDecoder()
        let mirror = try decoder.decode(FoundationResult.self, from: data)
        let theirs = try encoder.encode(mirror)
        guard try JSONReader.decode(Analysis.self, from: [UInt8](theirs)) == result,
            try CBORReader.decode(Analysis.self, from: cbor) == result
        else { throw BenchmarkError("the codecs do not agree") }
        let size = (cbor: Figure.grouped(cbor.count), json: Figure.grouped(json.count))
        let contenders: [(name: String, bytes: String, write: () throws -> Int, read: () throws -> Int)] = [
            (
                "Wiredesk CBOR", size.cbor, { CBORWriter.encode(result).count },
                { try CBORReader.decode(Analysis.self, from: cbor).stages.count }
            ),
            (
                "Wiredesk JSON", size.json, { JSONWriter.encode(result).count },
                { try JSONReader.decode(Analysis.self, from: json).stages.count }
            ),
            (
                "Foundation JSON", Figure.grouped(theirs.count), { try encoder.encode(mirror).count },
                { try decoder.decode(FoundationResult.self, from: data).stages.count }
            ),
        ]
        var times = contenders.map { _ in [(write: Double, read: Double)]() }
        for _ in 0..<rounds {
            for (index, contender) in contenders.enumerated() {
                times[index].append((try microseconds(contender.write), try microseconds(contender.read)))
            }
        }
        var table = MarkdownTable("codec", "bytes", "write, µs", "read, µs")
        for (contender, times) in zip(contenders, times) {
            table.add(
                contender.name, contender.bytes, Figure.text(times.median(\.write)), Figure.text(times.median(\.read)))
        }
        print(table.text)
    }

    /// Processor time of one repetition.
    private static func microseconds(_ body: () throws -> Int) throws -> Double {
        var sum = 0
        let start = ProcessorTime.ofThread
        for _ in 0..<repetitions { sum += try body() }
        let seconds = ProcessorTime.ofThread - start
        // What nobody looks at is not worked out.
        guard sum > 0 else { throw BenchmarkError("nothing came of it") }
        return seconds * 1e6 / Double(repetitions)
    }
}
