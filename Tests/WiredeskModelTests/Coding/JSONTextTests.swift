import Testing

@testable import WiredeskModel

@Suite struct JSONTextTests {
    /// Every byte of ASCII on every place of a word of eight bytes, with characters of more bytes around it.
    @Test func everyCharacterSurvivesOnEveryPlace() throws {
        for lead in 0..<9 {
            for value in UInt8(0)..<0x80 {
                let text =
                    String(repeating: "é", count: lead / 2) + String(repeating: "x", count: lead % 2)
                    + String(UnicodeScalar(value)) + "yz€🙂 and more"
                let json = JSONWriter.encode(JSONValue.string(text))
                #expect(try JSONReader.decode(JSONValue.self, from: json) == .string(text))
                #expect(!json.contains { $0 < 0x20 || $0 == 0x7F })
            }
        }
    }

    /// Long texts are passed over in larger steps.
    @Test(arguments: [0x00, 0x1F, 0x22, 0x5C, 0x7F] as [UInt8]) func aSpecialCharacterInALongTextIsSeen(value: UInt8)
        throws
    {
        for lead in 0..<300 {
            let text =
                String(repeating: "ä", count: lead / 2) + String(UnicodeScalar(value))
                + String(repeating: "€ ", count: 150)
            let json = JSONWriter.encode(JSONValue.string(text))
            #expect(try JSONReader.decode(JSONValue.self, from: json) == .string(text))
            #expect(!json.contains { $0 < 0x20 || $0 == 0x7F })
        }
    }

    @Test(arguments: ["\"abcdefg", "\"abc\\", "\"abcdefgh\u{1}\"", "\"abcdefghijklmn\\u12\""])
    func brokenStringsAreRefused(_ json: String) {
        #expect(throws: BodyError.self) { try JSONReader.decode(JSONValue.self, from: Array(json.utf8)) }
    }
}
