import Foundation
import Testing

@testable import WiredeskEngine

/// The html5lib encoding tests, where `WIREDESK_HTML5LIB` names a folder that has them.
@Suite struct DeclaredEncodingConformanceTests {
    static let folder = ProcessInfo.processInfo.environment["WIREDESK_HTML5LIB"]

    @Test(
        .enabled(if: folder != nil, "set WIREDESK_HTML5LIB to the html5lib tests"),
        arguments: ["tests1", "tests2", "test-yahoo-jp"])
    func finds(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder ?? "")/encoding/\(file).dat")))
        var failures: [String] = []
        var runs = 0
        for test in bytes.split(on: Array("#data\n".utf8)).dropFirst() {
            let parts = test.split(on: Array("\n#encoding\n".utf8))
            guard parts.count == 2, let name = String(decoding: parts[1], as: UTF8.self).split(separator: "\n").first
            else { continue }
            runs += 1
            let found = parts[0].withUnsafeBufferPointer {
                ByteOrderMark.find(in: $0)?.encoding ?? DeclaredEncoding.find(in: $0)
            }
            let wanted = CharacterEncoding(label: name.utf8)
            if (found ?? .windows1252) != wanted {
                failures.append(
                    "\(String(decoding: parts[0].suffix(80), as: UTF8.self)): \(name), not \(found?.rawValue ?? "none")"
                )
            }
        }
        print("\(file) \(runs - failures.count)/\(runs)")
        #expect(runs > 0)
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }
}

extension [UInt8] {
    fileprivate func split(on separator: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var start = 0
        var scan = 0
        while scan + separator.count <= count {
            if self[scan..<(scan + separator.count)].elementsEqual(separator) {
                parts.append(Array(self[start..<scan]))
                scan += separator.count
                start = scan
            } else {
                scan += 1
            }
        }
        parts.append(Array(self[start...]))
        return parts
    }
}
