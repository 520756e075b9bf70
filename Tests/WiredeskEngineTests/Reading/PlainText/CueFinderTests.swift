import Testing
import WiredeskModel

@testable import WiredeskEngine

@Suite struct CueFinderTests {
    private func cue(_ text: String) -> Cue? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            CueFinder.shared.cue(in: FoldedWords(bytes, [0..<bytes.count], limit: CueFinder.maximumWords + 1))
        }
    }

    @Test(arguments: [
        ("Related Articles", RemovalReason.related), ("ADVERTISEMENT", .advertisement), ("Back to Top", .navigation),
        ("© 2022 The Gull", .legal), ("Don’t miss:", .related), ("Lesen Sie auch: Der Hafen", .related),
        ("Wszelkie prawa zastrzeżone", .legal), ("Zapisz się na newsletter", .subscription),
        ("*As an Amazon Associate I earn from qualifying purchases", .advertisement), ("SÍGUENOS", .social),
        ("Комментарии", .comments),
    ])
    func knowsTheWordings(_ text: String, _ reason: RemovalReason) {
        #expect(cue(text)?.reason == reason)
    }

    @Test(arguments: ["The homeland", "Shared grief", "", "…", "The port relates articles of faith"])
    func matchesWholeWordsAlone(_ text: String) {
        #expect(cue(text) == nil)
    }

    @Test func aLongParagraphHoldsNoCue() {
        #expect(cue(String(repeating: "the town reads our newsletter and ", count: 10)) == nil)
    }
}
