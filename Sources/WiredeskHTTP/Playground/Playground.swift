import CWiredeskPages
import WiredeskModel

/// The page to try the server on. It stands alone, and nothing of an article can run in it: scripts and styles need the
/// nonce of its answer, which no article can know, and the script writes text only.
enum Playground {
    private static let page: [Substring] = {
        let parts = [
            "{{STYLE}}": String(cString: wiredesk_report_style()) + String(cString: wiredesk_playground_style()),
            "{{SCRIPT}}": String(cString: wiredesk_playground_script()),
            "{{EXAMPLES}}": examples,
        ]
        var page = String(cString: wiredesk_playground_page())
        for (place, part) in parts { page = page.replacing(place, with: part) }
        // What is left are the places of the nonce.
        return page.split(separator: "{{NONCE}}", omittingEmptySubsequences: false)
    }()

    /// As JSON in which no tag can end or begin.
    private static let examples: String = {
        let examples = [
            ExampleRecord("A web page with what surrounds it", wiredesk_example_ferry()),
            ExampleRecord("Scraped text", wiredesk_example_bakery()),
            ExampleRecord("Emoji, combining marks, other scripts", wiredesk_example_letters()),
            ExampleRecord("German", wiredesk_example_windpark()),
            ExampleRecord("Arabic, right to left", wiredesk_example_maktaba()),
        ]
        return String(decoding: JSONWriter.encode(examples), as: UTF8.self).replacing("<", with: "\\u003c")
    }()

    static func answer() -> HTTPAnswer {
        var generator = SystemRandomNumberGenerator()
        let nonce = (0..<2).map { _ in String(generator.next(), radix: 36) }.joined()
        let policy = """
            default-src 'none'; script-src 'nonce-\(nonce)'; style-src 'nonce-\(nonce)'; connect-src 'self'; \
            img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
            require-trusted-types-for 'script'
            """
        return HTTPAnswer(
            type: "text/html; charset=utf-8",
            headers: [("Content-Security-Policy", policy), ("Referrer-Policy", "no-referrer")],
            body: Array(page.joined(separator: nonce).utf8))
    }
}
