import Testing
import WiredeskModel

@testable import wiredesk

@Suite("The text form")
struct ArticleReportTests {
    private static func report(_ analysis: Analysis, text: Bool = false, columns: Int = 80, color: Bool = false)
        -> String
    {
        var report = ArticleReport(terminal: Terminal(columns: columns, hasColor: color))
        report.add(analysis, showingText: text)
        return report.text
    }

    @Test func saysEverythingInOrder() {
        #expect(
            Self.report(SampleAnalysis.make()) == """
                Harbour trust to pay
                By Jo Marsh and Li Wei · 14 March 2024, 07:30 UTC · updated 16:05 UTC
                The Courier
                English · 1,234 words, 5 min
                https://courier.example/harbour

                SUMMARY
                  The trust would pay.

                PEOPLE
                  Ada Brill ×2  Mayor; also Brill

                ORGANIZATIONS
                  SHT  Sandmouth Harbour Trust

                PLACES
                  Sandmouth  GB

                DATES AND TIMES
                  Tuesday  = 12 March 2024

                AMOUNTS
                  €4.2 million  = EUR 4,200,000

                QUOTES
                  Ada Brill
                    “We will not wait,”

                KEY PHRASES
                  harbour trust · wait

                LEFT OUT
                  3 pieces, 38 characters: 2 navigation, 1 legal

                WARNINGS
                  two characters could not be decoded
                  summary timeout: took too long

                """)
    }

    @Test func marksMentionsWithAndWithoutColour() {
        let plain = Self.report(SampleAnalysis.make(), text: true, columns: 100)
        #expect(plain.contains("Mayor [Ada Brill|PERSON] of [Sandmouth|GPE] said on [Tuesday|DATE]"))
        let colored = Self.report(SampleAnalysis.make(), text: true, columns: 100, color: true)
        #expect(colored.contains("Mayor \u{1B}[36mAda Brill\u{1B}[0m of \u{1B}[32mSandmouth\u{1B}[0m"))
        #expect(colored.contains("\u{1B}[36mPeople\u{1B}[0m"))
    }

    @Test func hostileFieldsStayText() {
        var analysis = SampleAnalysis.make()
        let hostile = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}5A\u{202E}x"
        analysis.article?.title = hostile
        analysis.article?.authors = [Author(name: hostile)]
        analysis.article?.siteName = hostile
        analysis.article?.url = hostile
        analysis.article?.language = hostile
        analysis.article?.published = hostile
        analysis.summary?.text = hostile
        analysis.keyphrases = [Keyphrase(text: hostile, score: 1)]
        analysis.warnings = [hostile]
        for index in 0..<5 {
            analysis.entities?[index].name = hostile
            analysis.entities?[index].expansion = hostile
            analysis.entities?[index].value = hostile
        }
        let report = Self.report(analysis, text: true)
        let control = report.unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
        #expect(control.isEmpty)
        #expect(!report.unicodeScalars.contains("\u{202E}"))
    }

    @Test func spansThatMakeNoSenseDoNoHarm() {
        var analysis = SampleAnalysis.make()
        analysis.entities?[0].mentions = [
            Mention(start: -5, end: 3, confidence: 1), Mention(start: 20, end: 10, confidence: 1),
            Mention(start: 100, end: 100_000, confidence: 1), Mention(start: 2, end: 30, confidence: 1),
        ]
        analysis.quotes = [Quote(start: 9000, end: 9010, speaker: 77), Quote(start: 7, end: 2)]
        analysis.article?.paragraphs.append(Paragraph(start: 50, end: 20, kind: .list))
        #expect(Self.report(analysis, text: true).contains("SUMMARY"))
        #expect(ArticlePage.section(for: analysis).contains("</article>"))
    }

    @Test(
        arguments: [
            ("2024-03-12", .date, "12 March 2024"), ("2024-SU", .date, "summer 2024"),
            ("2024-W11", .date, "week 11 of 2024"),
            ("2024-03-12T09:30", .time, "12 March 2024, 09:30"), ("XXXX-04", .date, nil), ("PXY", .duration, nil),
            ("P1D", .duration, "1 day"), ("P40Y", .duration, "40 years"), ("PT90M", .duration, "90 minutes"),
            ("P1.5Y", .duration, "1.5 years"), ("P1Y6M", .duration, "P1Y6M"), ("P", .duration, "P"), ("", .date, ""),
            ("EUR 4200000", .money, "EUR 4,200,000"), ("12 %", .percent, "12%"), ("2 yd", .quantity, "2 yd"),
        ] as [(String, EntityType, String?)])
    func valuesAreReadable(_ value: String, _ type: EntityType, _ text: String?) {
        #expect(ReadableValue.text(value, of: type) == text)
    }

    @Test(arguments: [
        ("2024", "2024"), ("2024-03", "March 2024"), ("2024-03-14", "14 March 2024"), ("2024-13-14", "2024-13-14"),
        ("2024-03-14T07:30:00Z", "14 March 2024, 07:30 UTC"), ("2024-03-14T07:30", "14 March 2024, 07:30"),
        ("2024-03-14T07:30:05.5+05:30", "14 March 2024, 07:30 +05:30"), ("soon", "soon"), ("", ""),
    ])
    func datesAreReadable(_ iso8601: String, _ text: String) {
        #expect(ReadableDate.text(iso8601) == text)
    }
}
