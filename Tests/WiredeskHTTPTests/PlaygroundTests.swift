import Testing

@testable import WiredeskHTTP

@Suite("the playground") struct PlaygroundTests {
    @Test func onlyItsOwnScriptAndStyleCarryTheNonce() throws {
        let answer = Playground.answer()
        let page = String(decoding: answer.body, as: UTF8.self)
        let policy = try #require(answer.headers.first { $0.0 == "Content-Security-Policy" }?.1)
        let nonce = try #require(policy.firstMatch(of: #/script-src 'nonce-([0-9a-z]{10,})'/#)?.1)
        #expect(page.components(by: "<script nonce=\"\(nonce)\">") == 2)
        #expect(page.components(by: "<style nonce=\"\(nonce)\">") == 2)
        #expect(page.components(by: "<script") == 3, "the examples are no script and have no nonce")
        #expect(page.components(by: "</script") == 3, "no example ends its element")
        #expect(!page.contains("{{"))
        #expect(!policy.contains("unsafe"))
        let other = String(decoding: Playground.answer().body, as: UTF8.self)
        #expect(!other.contains(nonce), "a nonce is used once")
    }

    @Test func theScriptNeverMakesMarkupOfText() {
        let page = String(decoding: Playground.answer().body, as: UTF8.self)
        for way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser", "srcdoc"] {
            #expect(!page.contains(way), "\(way)")
        }
    }

    @Test func itComesFromNowhereElse() {
        let page = String(decoding: Playground.answer().body, as: UTF8.self)
        let head = page.prefix(
            upTo: page.firstRange(of: "<script type=\"application/json\"")?.lowerBound ?? page.endIndex)
        #expect(!head.contains("src="))
        #expect(!head.contains("@import"))
        #expect(!head.contains("url("))
    }
}

extension String {
    fileprivate func components(by separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count
    }
}
