@testable import WiredeskEngine

/// The reading stage's parts, each by itself.
enum ReadingFuzzing {
    private static let labels: [String?] = [
        nil, "utf-8", "windows-1252", "shift_jis", "gb18030", "big5", "euc-kr", "iso-2022-jp", "utf-16le", "koi8-r",
    ]

    /// The first byte chooses the caller's label.
    static func decode(_ bytes: [UInt8]) -> Int {
        let label = labels[Int(bytes.first ?? 0) % labels.count]
        var count = 0
        for isHTML in [false, true] {
            let decoded = try? TextDecoder.decode(Array(bytes.dropFirst()), charset: label, isHTML: isHTML)
            precondition(decoded.map { String(validating: $0.utf8, as: UTF8.self) != nil } ?? true, "not UTF-8")
            count += decoded?.utf8.count ?? 0
        }
        return count
    }

    static func readHTML(_ bytes: [UInt8]) -> Int { check(bytes) { try HTMLReader.read($0, context: $1) } }

    static func readText(_ bytes: [UInt8]) -> Int { check(bytes) { try PlainTextReader.read($0, context: $1) } }

    private static func check(_ bytes: [UInt8], _ read: ([UInt8], ReadingContext) throws -> ReadArticle) -> Int {
        let source = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let context = ReadingContext(url: "https://example.org/a", now: 1_790_000_000, interruption: Interruption())
        guard let read = try? read(source, context) else { return 0 }
        SpanInvariants.check(read.article, text: read.text, source: read.source)
        return read.text.count
    }
}
