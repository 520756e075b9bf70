import Testing

@testable import WiredeskProtocol

@Suite struct TokenFileTests {
    private static let secret = "0123456789abcdef"

    @Test func tokensAreReadWithTheirRates() throws {
        let text = """
            # who may use the desk

            crawler \(Self.secret) requests=50 bytes=1000000
            \teditor-2.test   \(Self.secret)xyz\r
            """
        let tokens = try TokenFile(parsing: Array(text.utf8)).tokens
        #expect(
            tokens == [
                Token(
                    name: "crawler", secret: Secret(Array(Self.secret.utf8)), requestsPerSecond: 50,
                    bytesPerSecond: 1_000_000),
                Token(name: "editor-2.test", secret: Secret(Array("\(Self.secret)xyz".utf8))),
            ])
    }

    @Test(arguments: [
        ("", 0), ("# nothing\n", 0), ("crawler", 1), ("crawler short", 1), ("cra/wler \(secret)", 1),
        ("a \(secret)\na \(secret)", 2), ("\n\na \(secret) requests=0", 3), ("a \(secret) requests=x", 1),
        ("a \(secret) speed=3", 1), ("a \(secret) requests", 1), ("a 0123456789abcde\u{E9}", 1),
        ("\(String(repeating: "n", count: 65)) \(secret)", 1),
        ("a \(String(repeating: "s", count: 1025))", 1),
    ])
    func whatIsWrongIsSaidWithItsLine(text: String, line: Int) {
        let failure = #expect(throws: TokenFile.Failure.self) { try TokenFile(parsing: Array(text.utf8)) }
        #expect(failure?.line == line)
        #expect(failure?.description.contains(Self.secret) == false, "a message shows a secret")
    }

    @Test func printingATokenShowsNoSecret() throws {
        let token = try TokenFile(parsing: Array("crawler \(Self.secret)".utf8)).tokens[0]
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped] {
            #expect(text.contains("crawler"))
            #expect(!text.contains(Self.secret))
            #expect(!text.contains("48, 49"), "its bytes")
        }
    }
}
