import Testing
import WiredeskModel

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
        "Karl Lindner and ", "A. B. ", "1/1/1/", "Acme Corp. ", "Kassel Germany ", "NAFCO (North Atlantic) ",
        "Ann Lindner met Gov. Karl Lindner, a baker. Lindner spoke. ", "Ann Lindner was born Ann Berg. ",
        "the former head of Oslo Karl Lindner, ", "Vermont Democrat, ",
        "New Party and Lib Dems and Liberal Democrats. ",
    ])
    func isLinearAndSafeOnRepeatedWords(_ unit: String) throws {
        try Growth.expectLinear(unit, from: 2_000) { count in
            _ = try EntityFixture(String(repeating: unit, count: count), published: "2022-07-20")
        }
    }

    /// A hundred people, each of whom the next shares a name with, are as many comparisons again and again.
    @Test func isLinearInNamesThatAreAlike() throws {
        let given = ["Ann", "Karl", "Peter", "Laura", "Jim", "Oleksandr", "Mohammad", "Grace"]
        let ends = ["qvist", "mann", "berg", "son", "ova", "ic"]
        try Growth.expectLinear("people", from: 1_000) { count in
            let people = (0..<count).map { number in
                let letters = [number % 26, number / 26 % 26, number / 676 % 26]
                    .map { String(Unicode.Scalar(UInt8(97 + $0))) }
                return "\(given[number % given.count]) L\(letters.joined())\(ends[number % ends.count])"
            }
            _ = try EntityFixture(people.joined(separator: " met him. "))
        }
    }

    /// In every unit, of an article as users send it: what is between a span's offsets is what the result says.
    @Test(arguments: [OffsetUnit.scalar, .utf8, .utf16])
    func spansSliceTheTextInEveryUnit(_ unit: OffsetUnit) throws {
        var options = AnalysisOptions()
        options.content = .text
        options.offsets = unit
        options.stages = [.reading, .entities]
        let input =
            "The lake of 𝒪slo and l’été, again\n\n" + Self.story + " Mayor Žofie Nováková 😀 met Žofie in Zürich."
        let analysis = try Engine().analyze(Array(input.utf8), options: options)
        let text = try #require(analysis.article?.text)
        let entities = try #require(analysis.entities)
        #expect(entities.count > 8)
        for entity in entities {
            for mention in entity.mentions {
                let slice = try #require(Self.slice(text, mention.start, mention.end, unit))
                #expect(slice == entity.name || entity.aliases.contains(slice))
            }
            for role in entity.roles { #expect(Self.slice(text, role.start, role.end, unit) == role.title) }
            #expect(Set(entity.aliases).count == entity.aliases.count && !entity.aliases.contains(entity.name))
            #expect((0...1).contains(entity.salience))
        }
        for quote in analysis.quotes ?? [] {
            let slice = try #require(Self.slice(text, quote.start, quote.end, unit))
            #expect(slice.first == "“" && slice.last == "”")
        }
    }

    private static func slice(_ text: String, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> String? {
        switch unit {
        case .scalar: String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
        case .utf8: String(validating: Array(text.utf8)[start..<end], as: UTF8.self)
        case .utf16: String(validating: Array(text.utf16)[start..<end], as: UTF16.self)
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
