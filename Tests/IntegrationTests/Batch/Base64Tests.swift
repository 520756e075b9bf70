import Foundation
import Testing

@testable import wiredesk

@Suite("Base 64 is read strictly")
struct Base64Tests {
    @Test func everyLengthComesBack() {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(Base64.decode(Data(bytes).base64EncodedString()) == bytes)
        }
    }

    @Test(arguments: [
        "a", "ab", "abc", "ab=", "abc==", "a===", "====", "=abc", "ab=c", "ab==abcd", "abc=abcd", "ab c", "ab\nc",
        "abcd\n",
        "ab-_", "abc\u{E9}", "ab\u{0}c", "aGVsbG9=", "aGVsbB==",
    ])
    func anythingElseIsRefused(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
