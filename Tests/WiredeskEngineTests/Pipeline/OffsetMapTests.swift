import Testing
import WiredeskModel

@testable import WiredeskEngine

@Suite struct OffsetMapTests {
    /// One to four bytes a character, each on every place in a stretch of 64 bytes.
    static let texts =
        ["", "plain", "é", "𝔸𝔹", String(repeating: "x", count: 64), String(repeating: "aé漢𝔸", count: 60)]
        + (0..<70).map { String(repeating: "a", count: $0) + "ü€🙂z" + String(repeating: "б", count: 70 - $0) }

    @Test(arguments: texts)
    func countsAsTheStandardLibraryDoes(_ text: String) {
        let bytes = Array(text.utf8)
        let scalars = OffsetMap(bytes, unit: .scalar)
        let utf16 = OffsetMap(bytes, unit: .utf16)
        let utf8 = OffsetMap(bytes, unit: .utf8)
        for index in text.unicodeScalars.indices + [text.endIndex] {
            let offset = text.utf8.distance(from: text.startIndex, to: index)
            #expect(scalars[offset] == text[..<index].unicodeScalars.count)
            #expect(utf16[offset] == text[..<index].utf16.count)
            #expect(utf8[offset] == offset)
        }
    }
}
