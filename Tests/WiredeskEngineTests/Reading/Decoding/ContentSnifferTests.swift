import Testing

@testable import WiredeskEngine

@Suite struct ContentSnifferTests {
    @Test(arguments: [
        "<!DOCTYPE html><title>x</title>", "  \n<html><body>x", "<p>Just a paragraph", "<!-- saved --><div>x</div>",
        "\u{FEFF}<html>", "<?xml version='1.0'?><html>", "Some words first <b>bold</b><br>and a <a href=x>link</a><p>",
        "<article>x",
    ])
    func seesHTML(text: String) { #expect(ContentSniffer.isHTML(Array(text.utf8))) }

    @Test(arguments: [
        "Plain words.",
        "The <div> element groups content, and the <p> element holds a paragraph, the standard says. "
            + String(repeating: "Browsers follow it closely in most respects. ", count: 12),
        "5 < 6 and 7 > 3", "", "x <y@example.org> wrote:", "if a<b then c>d",
    ])
    func seesText(text: String) { #expect(!ContentSniffer.isHTML(Array(text.utf8))) }

    @Test func seesUTF16() {
        let page = Array("<html><p>Hello there</p></html>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(ContentSniffer.isHTML([0xFF, 0xFE] + page))
        #expect(ContentSniffer.isHTML(page))
    }
}
