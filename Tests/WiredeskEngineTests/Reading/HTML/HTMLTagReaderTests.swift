import Testing

@testable import WiredeskEngine

/// Vectors read where there are sixteen bytes or more, loops read the rest: both must find the same.
@Suite struct HTMLTagReaderTests {
    private static let pieces = [
        "a", "class", "HREF", "data-x", "averyveryverylongnameofmorethanthat", "\u{0B}", "\u{1}", " ", "\n", "\t  \r",
        "=", "=\"", "\"", "='", "'", "/", "é", "日本", "x y z", "main article-body", "\u{0}", "&amp;",
        String(repeating: "long ", count: 15),
    ]

    /// What is read of the tag that the bytes begin with, spelled out.
    private func read(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = HTMLTagReader(bytes)
            guard let end = reader.read(from: 1) else { return "none" }
            let attributes = reader.attributes.map { "\($0.name) \($0.nameRange) \($0.valueRange)" }
            return "\(end) \(reader.name) \(reader.tag) \(reader.isSelfClosing) \(attributes)"
        }
    }

    @Test func readsTheSameAtTheEndOfTheInput() {
        var random = SeededGenerator(state: 1)
        let behind = Array(repeating: UInt8(0x78), count: 200)
        for _ in 0..<3000 {
            let inside = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random)!
            }
            // With this end every quotation is closed, one way or the other.
            let tag = Array(
                "<\(["p", "Section", "x-unknown"].randomElement(using: &random)!) \(inside.joined())'\"'>".utf8)
            let text = String(decoding: tag, as: UTF8.self)
            let alone = read(tag)
            if alone != "none" { #expect(read(tag + behind) == alone, "\(text)") }
        }
    }

    @Test func keepsSoManyAttributes() {
        let names = (0..<HTMLTagReader.maximumAttributes).map { "n\($0)" }
        let html = Array("<p class=first \(names.joined(separator: " ")) id=last>".utf8)
        html.withUnsafeBufferPointer { bytes in
            var reader = HTMLTagReader(bytes)
            let end = reader.read(from: 1)
            #expect(end == html.count)
            let count = reader.attributes.count
            #expect(count == HTMLTagReader.maximumAttributes)
            let values = [HTMLAttributeName.class, .id, .href].map { name in
                reader.value(of: name).map { String(decoding: bytes[$0], as: UTF8.self) }
            }
            #expect(values == ["first", nil, nil])
        }
    }

    @Test func tellsWhichNamesThereAre() {
        let html = Array("<p style=x data-y>".utf8)
        html.withUnsafeBufferPointer { bytes in
            var reader = HTMLTagReader(bytes)
            let end = reader.read(from: 1)
            #expect(end == html.count)
            let hasOne = reader.has(HTMLAttributeName.Set(.style, .class))
            let hasNone = !reader.has(HTMLAttributeName.Set(.id, .class))
            #expect(hasOne && hasNone)
        }
    }
}
