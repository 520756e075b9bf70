import Testing

@testable import WiredeskEngine

/// One row for each way through the tokenizer's states (HTML standard, 13.2.5), written for this table. What says
/// nothing about an article is not compared: parse errors, a doctype's fields, the self-closing flag.
@Suite struct HTMLTokenizerStateTests {
    typealias Token = TokenRecorder.Token

    struct Row: CustomTestStringConvertible, Sendable {
        let input: String
        let tokens: [Token]
        var testDescription: String { input.debugDescription }

        init(_ input: String, _ tokens: Token...) {
            self.input = input
            self.tokens = tokens
        }
    }

    private func check(_ row: Row, _ model: HTMLContentModel = .data, last: String = "") {
        let seen = TokenRecorder.tokens(of: Array(row.input.utf8), contentModel: model, lastStartTag: last)
        #expect(seen == row.tokens)
    }

    /// Data, tag open, end tag open, tag name: 13.2.5.1 and 6 to 8.
    @Test(arguments: [
        Row(""),
        Row("plain", .characters("plain")),
        Row("a\u{0}b", .characters("a\u{0}b")),
        Row("a\r\nb\rc", .characters("a\nb\nc")),
        Row("1 < 2", .characters("1 < 2")),
        Row("<", .characters("<")),
        Row("<<p>", .characters("<"), .startTag("p", [:])),
        Row("<3>", .characters("<3>")),
        Row("<\u{0}", .characters("<\u{0}")),
        Row("<é>", .characters("<é>")),
        Row("<p>", .startTag("p", [:])),
        Row("<P>", .startTag("p", [:])),
        Row("<h1>x</h1>", .startTag("h1", [:]), .characters("x"), .endTag("h1")),
        Row("<x-y.z:w>", .startTag("x-y.z:w", [:])),
        Row("<a<b>", .startTag("a<b", [:])),
        Row("<p\u{0}q>", .startTag("p\u{FFFD}q", [:])),
        Row("<pé>", .startTag("pé", [:])),
        Row("x<p", .characters("x")),
        Row("x</p", .characters("x")),
        Row("x</", .characters("x</")),
        Row("x</>y", .characters("xy")),
        Row("</P>", .endTag("p")),
        Row("</p class=a>", .endTag("p")),
        Row("</3>x", .comment("3"), .characters("x")),
        Row("</ p>x", .comment(" p"), .characters("x")),
        Row("<?xml version='1'?>x", .comment("?xml version='1'?"), .characters("x")),
        Row("<p\t\n\u{0C} >", .startTag("p", [:])),
        Row("<br/>", .startTag("br", [:])),
        Row("<br / >", .startTag("br", [:])),
        Row("</br/>", .endTag("br")),
    ])
    func data(row: Row) { check(row) }

    /// Attribute names and values: 13.2.5.32 to 40.
    @Test(arguments: [
        Row("<p a>", .startTag("p", ["a": ""])),
        Row("<p A=B>", .startTag("p", ["a": "B"])),
        Row("<p a = b >", .startTag("p", ["a": "b"])),
        Row("<p a= \n'b c'>", .startTag("p", ["a": "b c"])),
        Row("<p a=\"b'c\">", .startTag("p", ["a": "b'c"])),
        Row("<p a='b\"c'>", .startTag("p", ["a": "b\"c"])),
        Row("<p a='>'>", .startTag("p", ["a": ">"])),
        Row("<p a=''b=''>", .startTag("p", ["a": "", "b": ""])),
        Row("<p a='1'/b=2>", .startTag("p", ["a": "1", "b": "2"])),
        Row("<p a=b/>", .startTag("p", ["a": "b/"])),
        Row("<p/a>", .startTag("p", ["a": ""])),
        Row("<p / a>", .startTag("p", ["a": ""])),
        Row("<p =>", .startTag("p", ["=": ""])),
        Row("<p =a=b>", .startTag("p", ["=a": "b"])),
        Row("<p a=>", .startTag("p", ["a": ""])),
        Row("<p a b=c>", .startTag("p", ["a": "", "b": "c"])),
        Row("<p a=b a=c>", .startTag("p", ["a": "b"])),
        Row("<p a=1 A=2>", .startTag("p", ["a": "1"])),
        Row("<p a\"=b>", .startTag("p", ["a\"": "b"])),
        Row("<p a=b'c\"d`e=f<g>", .startTag("p", ["a": "b'c\"d`e=f<g"])),
        Row("<p \u{0}=\u{0}>", .startTag("p", ["\u{FFFD}": "\u{FFFD}"])),
        Row("<p a='\u{0}'>", .startTag("p", ["a": "\u{FFFD}"])),
        Row("<p ä=ö>", .startTag("p", ["ä": "ö"])),
        Row("<p a='x\r\ny'>", .startTag("p", ["a": "x\ny"])),
        Row("x<p a=\"b", .characters("x")),
        Row("x<p a='b>", .characters("x")),
        Row("x<p a=b", .characters("x")),
        Row("x<p a=", .characters("x")),
        Row("x<p a", .characters("x")),
        Row("x<p a='b'", .characters("x")),
        Row("x<p /", .characters("x")),
    ])
    func attributes(row: Row) { check(row) }

    /// Character references: 13.2.5.72 to 80, in text and in attributes.
    @Test(arguments: [
        Row("&amp;", .characters("&")),
        Row("&amp", .characters("&")),
        Row("&ampx", .characters("&x")),
        Row("&", .characters("&")),
        Row("& ", .characters("& ")),
        Row("&&amp;", .characters("&&")),
        Row("&nbsp;x", .characters("\u{A0}x")),
        Row("&noti;", .characters("¬i;")),
        Row("&notin;", .characters("∉")),
        Row("&hellip", .characters("&hellip")),
        Row("&Amp;", .characters("&Amp;")),
        Row("&AMP;", .characters("&")),
        Row("&fjlig;", .characters("fj")),
        Row("&nosuch;", .characters("&nosuch;")),
        Row("&#65;", .characters("A")),
        Row("&#65", .characters("A")),
        Row("&#65x", .characters("Ax")),
        Row("&#x41;", .characters("A")),
        Row("&#X1f600;", .characters("😀")),
        Row("&#", .characters("&#")),
        Row("&#;", .characters("&#;")),
        Row("&#x", .characters("&#x")),
        Row("&#xg;", .characters("&#xg;")),
        Row("&#0;", .characters("\u{FFFD}")),
        Row("&#xD83D;", .characters("\u{FFFD}")),
        Row("&#x110000;", .characters("\u{FFFD}")),
        Row("&#99999999999999999999;", .characters("\u{FFFD}")),
        Row("&#x80;&#x9F;", .characters("€Ÿ")),
        Row("&#x81;", .characters("\u{81}")),
        Row("&#13;", .characters("\r")),
        Row("<a b='&amp;'>", .startTag("a", ["b": "&"])),
        Row("<a b='&amp'>", .startTag("a", ["b": "&"])),
        Row("<a b='?x=1&amp=2'>", .startTag("a", ["b": "?x=1&amp=2"])),
        Row("<a b='?x=1&ampy'>", .startTag("a", ["b": "?x=1&ampy"])),
        Row("<a b='?x=1&amp;y'>", .startTag("a", ["b": "?x=1&y"])),
        Row("<a b=&lt;>", .startTag("a", ["b": "<"])),
        Row("<a b=&#62;>", .startTag("a", ["b": ">"])),
        Row("<a b='&noti;'>", .startTag("a", ["b": "&noti;"])),
        Row("<a b='&not!'>", .startTag("a", ["b": "¬!"])),
        Row("<a &amp;=1>", .startTag("a", ["&amp;": "1"])),
    ])
    func characterReferences(row: Row) { check(row) }

    /// Comments, markup declarations, doctypes: 13.2.5.41 to 68.
    @Test(arguments: [
        Row("<!---->", .comment("")),
        Row("<!--a-->", .comment("a")),
        Row("<!--a--b-->", .comment("a--b")),
        Row("<!--a--->", .comment("a-")),
        Row("<!--a---->", .comment("a--")),
        Row("<!--a--!>b", .comment("a"), .characters("b")),
        Row("<!--a--!-->", .comment("a--!")),
        Row("<!--a--!x-->", .comment("a--!x")),
        Row("<!-->b", .comment(""), .characters("b")),
        Row("<!--->b", .comment(""), .characters("b")),
        Row("<!---a-->", .comment("-a")),
        Row("<!--a<!--b-->c", .comment("a<!--b"), .characters("c")),
        Row("<!--<!-->c", .comment("<!"), .characters("c")),
        Row("<!--<!--->c", .comment("<!-"), .characters("c")),
        Row("<!--<p>-->c", .comment("<p>"), .characters("c")),
        Row("<!--a\u{0}b-->", .comment("a\u{FFFD}b")),
        Row("<!--a", .comment("a")),
        Row("<!--a-", .comment("a")),
        Row("<!--a--", .comment("a")),
        Row("<!--a--!", .comment("a")),
        Row("<!--", .comment("")),
        Row("<!", .comment("")),
        Row("<!>", .comment("")),
        Row("<!-a>b", .comment("-a"), .characters("b")),
        Row("<!a>b", .comment("a"), .characters("b")),
        Row("<![CDATA[a]]>b", .comment("[CDATA[a]]"), .characters("b")),
        Row("<!doctype html>b", .doctype, .characters("b")),
        Row("<!DocType>b", .doctype, .characters("b")),
        Row("<!doctypehtml>b", .doctype, .characters("b")),
        Row("<!doctype html public '-//A>B'>b", .doctype, .characters("B'>b")),
        Row("<!doctype html system \"a b\" c>b", .doctype, .characters("b")),
        Row("<!doctype html", .doctype),
    ])
    func commentsAndDeclarations(row: Row) { check(row) }

    /// RCDATA, as in titles and text areas: 13.2.5.2 and 9 to 11.
    @Test(arguments: [
        Row("a<b>c", .characters("a<b>c")),
        Row("a&amp;b", .characters("a&b")),
        Row("a\u{0}", .characters("a\u{FFFD}")),
        Row("<!--a-->", .characters("<!--a-->")),
        Row("a</title>b", .characters("a"), .endTag("title"), .characters("b")),
        Row("a</TITLE >b", .characters("a"), .endTag("title"), .characters("b")),
        Row("a</title/>b", .characters("a"), .endTag("title"), .characters("b")),
        Row("a</title x='>'>b", .characters("a"), .endTag("title"), .characters("b")),
        Row("a</titles>b", .characters("a</titles>b")),
        Row("a</titl>b", .characters("a</titl>b")),
        Row("a</p>b", .characters("a</p>b")),
        Row("a</", .characters("a</")),
        Row("a</title", .characters("a</title")),
        Row("a<</title>", .characters("a<"), .endTag("title")),
    ])
    func rcdata(row: Row) { check(row, .rcdata, last: "title") }

    /// RAWTEXT, as in style sheets: 13.2.5.3 and 12 to 14.
    @Test(arguments: [
        Row("a<b>c&amp;", .characters("a<b>c&amp;")),
        Row("a\u{0}", .characters("a\u{FFFD}")),
        Row("<!--</style>-->", .characters("<!--"), .endTag("style"), .characters("-->")),
        Row("a</Style\n>b", .characters("a"), .endTag("style"), .characters("b")),
        Row("a</style-x>b", .characters("a</style-x>b")),
        Row("a</style", .characters("a</style")),
    ])
    func rawText(row: Row) { check(row, .rawText, last: "style") }

    /// Script data and its escapes: 13.2.5.4 and 15 to 31.
    @Test(arguments: [
        Row("a<b&amp;", .characters("a<b&amp;")),
        Row("a</script>b", .characters("a"), .endTag("script"), .characters("b")),
        Row("'</scripts>'", .characters("'</scripts>'")),
        Row("<!--a</script>b", .characters("<!--a"), .endTag("script"), .characters("b")),
        Row("<!--<script>a</script>b", .characters("<!--<script>a</script>b")),
        Row(
            "<!--<script>a</script>b</script>c", .characters("<!--<script>a</script>b"), .endTag("script"),
            .characters("c")),
        Row("<!--<script>--></script>c", .characters("<!--<script>-->"), .endTag("script"), .characters("c")),
        Row("<!--<script->a</script>b", .characters("<!--<script->a"), .endTag("script"), .characters("b")),
        Row("<!--<scripts>a</script>b", .characters("<!--<scripts>a"), .endTag("script"), .characters("b")),
        Row("<!--<SCRIPT/>a</script>b", .characters("<!--<SCRIPT/>a</script>b")),
        Row("<!--><script></script>b", .characters("<!--><script>"), .endTag("script"), .characters("b")),
        Row("<!-<script></script>b", .characters("<!-<script>"), .endTag("script"), .characters("b")),
        Row("<!--\u{0}-\u{0}--\u{0}", .characters("<!--\u{FFFD}-\u{FFFD}--\u{FFFD}")),
        Row("<!--a", .characters("<!--a")),
        Row("<", .characters("<")),
    ])
    func scriptData(row: Row) { check(row, .scriptData, last: "script") }

    /// PLAINTEXT and CDATA sections: 13.2.5.5 and 69 to 71.
    @Test func plainTextAndCDATA() {
        check(Row("a</plaintext>&amp;\u{0}", .characters("a</plaintext>&amp;\u{FFFD}")), .plainText)
        check(Row("a<b>&amp;]]>c", .characters("a<b>&amp;c")), .cdata)
        check(Row("a]]]>c", .characters("a]c")), .cdata)
        check(Row("a]>b]] >c", .characters("a]>b]] >c")), .cdata)
        check(Row("a]]", .characters("a]]")), .cdata)
    }

    /// The tokenizer gets the whole input at once; cut short anywhere, it reads the same tokens up to the one cut.
    @Test func readsTheSameUpToACut() {
        let page = Array(
            """
            <!doctype html><title>A &amp; B</title><p class="lead x" id=y>One &lt; two<br/>three<!-- c --></p>\
            <script>if (a < b) "<\\/p>"</script><style>p > a {}</style><p>Four &hellip; <a href='/x?a=1&amp;b=2'>five</a>
            """.utf8)
        let whole = TokenRecorder.tokens(of: page, switchesContent: true)
        for length in 0...page.count {
            let part = TokenRecorder.tokens(of: Array(page[..<length]), switchesContent: true)
            let same = zip(part, whole).prefix { $0 == $1 }.count
            // Only the last tokens may differ: the text, comment or tag that the cut fell into.
            #expect(part.count - same <= 2, "cut at \(length): \(part.suffix(3))")
        }
    }
}
