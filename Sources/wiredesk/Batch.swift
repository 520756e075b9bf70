import ArgumentParser
import Foundation
import WiredeskEngine
import WiredeskModel

struct Batch: ParsableCommand {
    @Option var input = "-"
    @Option var output = "-"
    @Option var jobs = 1
    @Option var stages: String?
    @Option var content: String?
    @Option var sentences: Int?
    @Option var failOnError = "any"

    func run() throws {
        let engine = Engine()
        if input != "-" { dup2(open(input, O_RDONLY), 0) }
        if output != "-" { dup2(open(output, O_WRONLY | O_CREAT | O_TRUNC, 0o644), 1) }
        while let line = readLine() {
            var out = "{"
            do {
                var record = try JSONReader.decode(BatchLine.self, from: Array(line.utf8))
                if let id = record.id { out += "\"id\":" + String(decoding: JSONWriter.encode(id), as: UTF8.self) + "," }
                if let stages { record.options.stages = stages.split(separator: ",").compactMap { Stage(rawValue: String($0)) } }
                if let content { record.options.content = ContentKind(rawValue: content)! }
                if let sentences { record.options.sentences = sentences }
                let bytes =
                    record.base64.map { Array(Data(base64Encoded: $0)!) } ?? Array((record.html ?? record.text ?? "").utf8)
                let result = try engine.analyze(bytes, options: record.options)
                out += "\"result\":" + String(decoding: JSONWriter.encode(result), as: UTF8.self) + "}"
            } catch {
                out += "\"error\":" + String(decoding: JSONWriter.encode("\(error)"), as: UTF8.self) + "}"
            }
            print(out)
        }
    }
}
