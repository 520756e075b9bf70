import Testing

@testable import WiredeskEngine

@Suite struct SentenceSplitterTests {
    /// The sentences of a text whose lines are paragraphs.
    private func split(_ text: String, language: String = "en") -> [String] {
        let bytes = Array(text.utf8)
        let paragraphs = VerbatimReader.read(bytes).article.paragraphs
        return SentenceSplitter.split(bytes, paragraphs: paragraphs, language: language).map {
            String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
        }
    }

    /// Each case is a text with a `|` before every sentence but the first.
    @Test(arguments: [
        "The vote passed. |Nobody was surprised! |Was it close? |It was.",
        "Dr. Anna Lee met Gov. Tom R. Park at St. Mary's. |They talked.",
        "The U.S. Senate met. |He left the U.S. |The rest stayed.",
        "Acme Inc. Chairman Lee spoke. |He founded Acme Inc. |It grew.",
        "It opens at 9 a.m. daily. |It closes at 5 p.m. |Then all is quiet.",
        "Prices rose 3.5 percent. |On Jan. 5 they fell by $1.20.",
        "See No. 5 on p. 12. |It helps.",
        "\"It works.\" |She smiled.",
        "\"Does it work?\" she asked. |\"It does,\" he said.",
        "“Does it work?” Anna Lee asked. |“Yes.” |He nodded.",
        "He left (nobody knew why.) and never came back. |(His dog stayed.) |It barked.",
        "We waited... |Nobody came.",
        "We waited ... and waited. |Then it rained.",
        "You and I. |Did you see Albert I. Jones?",
        "Plan B. |The rest is history.",
        "Write to anna.lee@example.com. |She answers.",
        "Read https://example.com/a.b?c=d. |Then reply.",
        "It is over.[12] |Nobody was hurt. [3] |Later it rained.",
        "so i went home. |it was late. |nobody called",
        "It ended badly.|Then it got worse.",
        "A boat in the harbour . |Two men are missing.",
        "1. Open the lid. |2. Press the button. |3. Wait.",
        "1) Open the lid |2) Press the button",
        "• Open the lid |• Press the button",
        "So good! :-) |We come again.",
        "Anna Lee |08/16/2020 03:48 PM |See you there. |Tom wrote on 08/16/2020 03:48 PM |Me too.",
        "All rights reserved. |__________ |Sent from a phone.",
        "\"It works\" (Lee 5). |It does.",
        "She said: \"It works.\" |He left.",
        "今日は雨です。|明日は晴れるでしょう。",
        "「行こう。」と彼は言った。|終わり。",
        "天气很好。|我们走吧！",
        "यह पहला वाक्य है। |यह दूसरा है।",
        "هل انتهى؟ |نعم انتهى.",
        "Он родился в 1901 г. в Москве. |Потом уехал.",
    ])
    func splits(marked: String) {
        let sentences = marked.split(separator: "|").map { $0.last == " " ? $0.dropLast() : $0 }
        #expect(split(marked.replacing("|", with: "")) == sentences.map(String.init))
    }

    @Test func readsOrdinalsWhereTheLanguageWritesThemWithAFullStop() {
        #expect(split("Am 3. Oktober war Feiertag. Alle ruhten.", language: "de").count == 2)
        #expect(split("Das ist Hrn. Dr. Maier z.B. Gut bekannt.", language: "de").count == 1)
    }

    @Test func keepsParagraphsApart() {
        #expect(split("A heading\n\nThe text follows.\nand so on") == ["A heading", "The text follows.", "and so on"])
    }

    /// On any bytes: spans in order, inside their paragraph, ends not blank, every other byte covered.
    @Test func coversEveryParagraph() {
        var random = SplitMix64(seed: 11)
        let pieces = [
            "a", "B", ". ", ".", "!", "?\" ", "...", " . ", "“", "”", "(", ")", "1", "1. ", " 2. ", "• ", "\n", "。",
            "é", "U.S. ",
            " [3]", " :-)", "Mr", "\u{A0}", "।", "٣",
        ].map { Array($0.utf8) }
        for round in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<50 { bytes += pieces[Int(random.next() % UInt64(pieces.count))] }
            if round % 2 == 0 { for _ in 0..<6 { bytes[Int(random.next() % 50)] = UInt8(random.next() & 0xFF) } }
            let paragraphs = VerbatimReader.read(bytes).article.paragraphs
            let sentences = SentenceSplitter.split(bytes, paragraphs: paragraphs, language: "en")
            var covered = 0
            for (index, sentence) in sentences.enumerated() {
                let paragraph = paragraphs[sentence.paragraph]
                #expect(sentence.start < sentence.end)
                #expect(sentence.start >= paragraph.start && sentence.end <= paragraph.end)
                #expect(index == 0 || sentence.start >= sentences[index - 1].end)
                #expect(bytes[sentence.start] & 0xC0 != 0x80 || round % 2 == 0)
                covered += bytes[sentence.start..<sentence.end].count { $0 > 0x20 && $0 < 0x7F }
            }
            // DEL is no text: a paragraph's ends are trimmed of it.
            #expect(covered == bytes.count { $0 > 0x20 && $0 < 0x7F })
        }
    }
}
