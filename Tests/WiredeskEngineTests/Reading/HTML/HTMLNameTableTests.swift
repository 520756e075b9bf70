import Testing

@testable import WiredeskEngine

@Suite struct HTMLNameTableTests {
    private func tag(_ name: String, before: String = "", behind: String = "") -> HTMLTag? {
        let bytes = Array((before + name + behind).utf8)
        let start = before.utf8.count
        return bytes.withUnsafeBufferPointer {
            HTMLTag(rawValue: HTMLNameTable.tags.value(of: start..<(start + name.utf8.count), in: $0))
        }
    }

    /// At the input's end eight bytes cannot be read at once.
    @Test(arguments: HTMLTag.allCases.dropFirst()) func knowsEveryTag(expected: HTMLTag) {
        let name = "\(expected)"
        for behind in ["", ">", " class=\"a b c\">"] {
            #expect(tag(name, behind: behind) == expected)
            #expect(tag(name.uppercased(), before: "<", behind: behind) == expected)
        }
    }

    @Test(arguments: [
        "", "x", "h7", "divs", "di", "h\u{11}", "d\u{49}v\u{0}", "articles", "blockquotes", "averyveryverylongname",
    ])
    func knowsNoOther(name: String) {
        #expect(tag(name, behind: " a=b>") == .unknown)
        #expect(tag(name) == .unknown)
    }

    @Test func knowsEveryAttribute() {
        for expected in HTMLAttributeName.allCases.dropFirst() {
            let bytes = Array("<a \(expected.spelling)=b".utf8)
            let range = 3..<(3 + expected.spelling.utf8.count)
            let found = bytes.withUnsafeBufferPointer { HTMLNameTable.attributes.value(of: range, in: $0) }
            #expect(HTMLAttributeName(rawValue: found) == expected)
        }
    }
}
