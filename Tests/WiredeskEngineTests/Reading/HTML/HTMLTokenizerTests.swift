import Testing

@testable import WiredeskEngine

@Suite struct HTMLTokenizerTests {
    typealias Token = TokenRecorder.Token

    @Test(
        arguments: [
            ("a < b && c", [.characters("a < b && c")]),
            ("<p>x</p>", [.startTag("p", [:]), .characters("x"), .endTag("p")]),
            ("<P CLASS=Lead id='a b' hidden>", [.startTag("p", ["class": "Lead", "id": "a b", "hidden": ""])]),
            ("<a href=x/y?a&amp=1&copy>", [.startTag("a", ["href": "x/y?a&amp=1©"])]),
            ("<a b=1 b=2 =c=3>", [.startTag("a", ["b": "1", "=c": "3"])]),
            ("<br/>", [.startTag("br", [:])]),
            ("x</>y</ z>", [.characters("xy"), .comment(" z")]),
            ("<!-- a -- b --!>c", [.comment(" a -- b "), .characters("c")]),
            ("<!-->a<!--->b", [.comment(""), .characters("a"), .comment(""), .characters("b")]),
            ("<!doctype html>a", [.doctype, .characters("a")]),
            ("<?php x ?>", [.comment("?php x ?")]),
            ("x<p class=", [.characters("x")]),
            ("</", [.characters("</")]),
            ("<", [.characters("<")]),
        ] as [(String, [Token])])
    func reads(input: String, tokens: [Token]) {
        #expect(TokenRecorder.tokens(of: Array(input.utf8)) == tokens)
    }

    @Test(
        arguments: [
            ("<title>a &amp; <b></title>", [.startTag("title", [:]), .characters("a & <b>"), .endTag("title")]),
            ("<style>a<b>&amp;</STYLE >", [.startTag("style", [:]), .characters("a<b>&amp;"), .endTag("style")]),
            (
                "<script><!--<script></script>--></script>x",
                [
                    .startTag("script", [:]), .characters("<!--<script></script>-->"), .endTag("script"),
                    .characters("x"),
                ]
            ),
            (
                "<script>'</scripty>'</script>",
                [.startTag("script", [:]), .characters("'</scripty>'"), .endTag("script")]
            ),
            ("<textarea></textarea", [.startTag("textarea", [:]), .characters("</textarea")]),
        ] as [(String, [Token])])
    func readsRawText(input: String, tokens: [Token]) {
        #expect(TokenRecorder.tokens(of: Array(input.utf8), switchesContent: true) == tokens)
    }

    @Test(arguments: [
        ("&amp;&lt&copy;&copycat", "&<©©cat"), ("&notit; &notin;", "¬it; ∉"), ("&#8217;&#x2014;&#X41", "’—A"),
        ("&#146;&#128;", "’€"), ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&#;&#x;&;& &unknown;", "&#;&#x;&;& &unknown;"), ("&NotEqualTilde;", "≂̸"), ("&euro;&bdquo;&ldquo;", "€„“"),
        ("&CounterClockwiseContourIntegral;", "∳"),
    ])
    func resolvesReferences(input: String, text: String) {
        #expect(TokenRecorder.tokens(of: Array(input.utf8)) == [.characters(text)])
    }

    @Test func knowsTheWholeTable() {
        let list = String(describing: NamedCharacterReferences.list)
        let names = list.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
            let name = word.prefix { $0 != "=" && $0 != "*" }
            return word.contains("*") ? [name + ";", String(name)] : [name + ";"]
        }
        #expect(names.count == 2231)
        for name in names {
            let seen = TokenRecorder.tokens(of: Array("&\(name)".utf8))
            #expect(seen != [.characters("&\(name)")], "\(name)")
        }
    }
}
