import Testing

@testable import WiredeskEngine

/// What holds for every input.
@Suite struct EntityInvariantTests {
    static let story = """
        Karen B. Lindqvist, mayor of Lindvale, said on Friday: “We paid €5m to the Northern Lakes Council (NLC).”

        In May and June of this year the US–Norwegian World Summit 2022 cost 12% more. Žofie Nováková, l’été, 東京 и Москва.
        القاهرة Lindqvist's “plan” was read at 10:30 p.m. by J. R. O'Neill-Smith & Sons Inc.
        """

    @Test func holdsForEveryTruncation() throws {
        let bytes = Array(Self.story.utf8)
        for length in stride(from: 1, through: bytes.count, by: 3) {
            try check(Array(bytes.prefix(length)))
        }
    }

    @Test func holdsForShuffledBytes() throws {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let story = Array(Self.story.utf8)
        for _ in 0..<200 {
            var bytes: [UInt8] = []
            for _ in 0..<6 {
                let start = next(story.count)
                bytes += story[start..<min(story.count, start + next(60) + 1)]
                bytes.append(UInt8(next(256)))
            }
            try check(bytes)
        }
    }

    /// What one rule after another could go over again and again, and numbers past every range.
    @Test(arguments: [
        "Iranian ", "one hundred hundred ", "nine trillion ", "(AB) ", "Bank of the ", "X's ", "“a ", "said ",
        "May 1, 2, ",
        "Karl Lindner and ", "A. B. ", "1/1/1/", "Acme Corp. ",
    ])
    func isLinearAndSafeOnRepeatedWords(_ unit: String) throws {
        try Growth.expectLinear(unit, from: 2_000) { count in
            _ = try EntityFixture(String(repeating: unit, count: count), published: "2022-07-20")
        }
    }

    /// Mentions slice the text at characters, do not overlap, and come in order; the same input gives the same entities.
    private func check(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        let fixture: EntityFixture
        do {
            fixture = try EntityFixture(text, published: "2022-07-20")
        } catch let error as WiredeskError {
            #expect(error.code == .notText || error.code == .emptyArticle)
            return
        }
        let mentions = fixture.entities.flatMap(\.mentions).sorted { $0.start < $1.start }
        for (first, second) in zip(mentions, mentions.dropFirst()) { #expect(first.end <= second.start) }
        for mention in mentions {
            #expect(mention.start < mention.end && mention.end <= fixture.text.count)
            #expect(isBoundary(mention.start, fixture.text) && isBoundary(mention.end, fixture.text))
            #expect((0...1).contains(mention.confidence))
        }
        #expect(fixture.entities.map(\.id) == Array(1..<(fixture.entities.count + 1)))
        for quote in fixture.quotes {
            #expect(isBoundary(quote.start, fixture.text) && isBoundary(quote.end, fixture.text))
        }
        let again = try EntityFixture(text, published: "2022-07-20")
        #expect(again.entities == fixture.entities && again.quotes == fixture.quotes)
    }

    private func isBoundary(_ offset: Int, _ text: [UInt8]) -> Bool {
        offset == text.count || text[offset] & 0xC0 != 0x80
    }
}
