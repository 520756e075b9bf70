import Foundation
import Testing
import WiredeskModel

@Suite("Base 64 is read strictly")
struct Base64Tests {
    private func decoded(_ text: String) -> [UInt8]? {
        Array(text.utf8).withUnsafeBufferPointer(Base64.decode)
    }

    @Test func everyLengthComesBack() {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(decoded(Data(bytes).base64EncodedString()) == bytes)
        }
    }

    @Test(arguments: [
        "a", "ab", "abc", "ab=", "abc==", "a===", "====", "=abc", "ab=c", "ab==abcd", "abc=abcd", "ab c", "ab\nc",
        "abcd\n",
        "ab-_", "abc\u{E9}", "ab\u{0}c", "aGVsbG9=", "aGVsbB==",
    ])
    func anythingElseIsRefused(_ text: String) {
        #expect(decoded(text) == nil)
    }

    /// Long texts are read many characters at a time, their ends one by one.
    @Test func aWrongCharacterAnywhereIsSeen() {
        let text = Array(Data(repeating: 0x5A, count: 150).base64EncodedString().utf8)
        for wrong: UInt8 in [0, 0x20, 0x2A, 0x2C, 0x2E, 0x3A, 0x3D, 0x40, 0x5B, 0x60, 0x7B, 0x80, 0xAB, 0xFF] {
            for index in text.indices {
                var text = text
                text[index] = wrong
                let decoded = text.withUnsafeBufferPointer(Base64.decode)
                // Padding at the very end is right in its form, and leaves bits over.
                #expect(decoded == nil, "\(wrong) at \(index)")
            }
        }
    }
}
