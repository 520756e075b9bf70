import Testing

@testable import WiredeskEngine

@Suite struct PlainMarkupTests {
    @Test(arguments: [
        ("as it is", "as it is"), ("", ""), (" ", ""), (" both ends\n", "both ends"), ("two  blanks", "two blanks"),
        ("a\u{A0}\u{2003}b", "a b"), ("soft\u{AD}hyphen", "softhyphen"), ("\u{FEFF}mark\u{200B}", "mark"),
        ("größer – schöner", "größer – schöner"), ("日本\u{3000}語", "日本 語"), ("tab\there", "tab here"),
        ("R&amp;D <b>now</b>", "R&D now"), ("1 < 2 & 3", "1 < 2 & 3"),
    ])
    func cleansWhatPagesEncodeTwice(_ text: String, _ plain: String) {
        #expect(PlainMarkup.text(text) == plain)
    }
}
