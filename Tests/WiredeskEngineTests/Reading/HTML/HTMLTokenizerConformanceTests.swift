import Foundation
import Testing

@testable import WiredeskEngine

/// The html5lib tests, where `WIREDESK_HTML5LIB` names a folder that has them. Doctype fields, self-closing flags and
/// parse errors, which say nothing about an article, are not compared.
@Suite struct HTMLTokenizerConformanceTests {
    static let folder = ProcessInfo.processInfo.environment["WIREDESK_HTML5LIB"]

    /// File, states that count (nil for all), and the runs that may fail.
    static let files: [(String, String?, Int)] = [
        ("namedEntities", nil, 0), ("entities", nil, 0), ("numericEntities", nil, 0), ("test1", nil, 0),
        ("test2", nil, 0),
        ("contentModelFlags", nil, 0), ("escapeFlag", nil, 0), ("test3", "Data state", 0), ("test4", nil, 0),
        ("test3", nil, 0), ("domjs", nil, 0), ("unicodeChars", nil, 0), ("pendingSpecChanges", nil, 0),
    ]

    @Test(.enabled(if: folder != nil, "set WIREDESK_HTML5LIB to the html5lib tests"), arguments: files)
    func conforms(file: String, state: String?, allowed: Int) throws {
        let path = "\(Self.folder ?? "")/tokenizer/\(file).test"
        let json =
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any]
        let tests = try #require(json?["tests"] as? [[String: Any]])
        var runs = 0
        var failures: [String] = []
        for test in tests {
            let isEscaped = test["doubleEscaped"] as? Bool == true
            guard let input = (test["input"] as? String).flatMap({ unescape($0, isEscaped) }),
                let output = test["output"] as? [[Any]]
            else { continue }
            for name in test["initialStates"] as? [String] ?? ["Data state"] where state == nil || name == state {
                guard let model = Self.models[name] else { continue }
                runs += 1
                let seen = TokenRecorder.tokens(
                    of: Array(input.utf8), contentModel: model, lastStartTag: test["lastStartTag"] as? String ?? "")
                let wanted = expected(output, isEscaped)
                if seen != wanted { failures.append("\(name): \(test["description"] ?? "")\n  \(seen)\n  \(wanted)") }
            }
        }
        print("\(file) \(state ?? "all states") \(runs - failures.count)/\(runs)")
        #expect(runs > 0)
        #expect(failures.count <= allowed, "\(failures.prefix(5).joined(separator: "\n"))")
    }

    private static let models: [String: HTMLContentModel] = [
        "Data state": .data, "RCDATA state": .rcdata, "RAWTEXT state": .rawText, "Script data state": .scriptData,
        "PLAINTEXT state": .plainText, "CDATA section state": .cdata,
    ]

    private func expected(_ output: [[Any]], _ isEscaped: Bool) -> [TokenRecorder.Token] {
        var tokens: [TokenRecorder.Token] = []
        for token in output {
            let text = (token.count > 1 ? token[1] as? String : nil).flatMap { unescape($0, isEscaped) } ?? ""
            switch token[0] as? String {
            case "Character":
                if case .characters(let before) = tokens.last {
                    tokens[tokens.count - 1] = .characters(before + text)
                } else {
                    tokens.append(.characters(text))
                }
            case "StartTag":
                let attributes = token.count > 2 ? token[2] as? [String: String] ?? [:] : [:]
                tokens.append(.startTag(text, attributes.mapValues { unescape($0, isEscaped) ?? $0 }))
            case "EndTag": tokens.append(.endTag(text))
            case "Comment": tokens.append(.comment(text))
            default: tokens.append(.doctype)
            }
        }
        return tokens
    }

    /// Resolves `\uHHHH`; nil for lone surrogates, which UTF-8 has not.
    private func unescape(_ text: String, _ isEscaped: Bool) -> String? {
        guard isEscaped else { return text }
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            if unit == 0x5C, rest.count >= 6, rest[rest.startIndex + 1] == 0x75,
                let value = UInt16(
                    String(decoding: rest[(rest.startIndex + 2)..<(rest.startIndex + 6)], as: UTF16.self), radix: 16)
            {
                units.append(value)
                rest = rest.dropFirst(6)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        return String(validating: units, as: UTF16.self)
    }
}
