import Testing

@testable import WiredeskModel

@Suite struct BodyCodingTests {
    static let analysis = Analysis(
        id: "a-1",
        engine: EngineVersion(version: "1.0", model: "m"),
        article: Article(
            title: "Über “quotes”\n\u{1F4F0}", authors: [Author(name: "Ada Rowe")], wordCount: 7, readingSeconds: 2,
            text: "A\u{7F}\u{1}b",
            paragraphs: [
                Paragraph(
                    start: 0, end: 4, kind: .quote, source: Span(start: 3, end: 9),
                    pieces: [Piece(start: 0, end: 2, source: Span(start: 3, end: 5))])
            ],
            sentences: [Sentence(start: 0, end: 4, paragraph: 0)],
            removed: [Removed(text: "Share this", reason: .social)]),
        entities: [
            Entity(
                id: 1, name: "Ada", type: .person, salience: 0.1234, aliases: ["Rowe"], country: "GB",
                mentions: [Mention(start: 0, end: 1, confidence: 1)])
        ],
        quotes: [],
        summary: Summary(sentences: [SummarySentence(index: 0, start: 0, end: 4, score: 0.5)], text: "A b"),
        stages: [StageReport(name: .reading, status: .ok, microseconds: 70_000)],
        warnings: ["w"])

    @Test func bothEncodingsGiveBackWhatWentIn() throws {
        #expect(try CBORReader.decode(Analysis.self, from: CBORWriter.encode(Self.analysis)) == Self.analysis)
        #expect(try JSONReader.decode(Analysis.self, from: JSONWriter.encode(Self.analysis)) == Self.analysis)
        let pretty = JSONWriter.encode(Self.analysis, pretty: true)
        #expect(try JSONReader.decode(Analysis.self, from: pretty) == Self.analysis)
    }

    @Test func absentMeansAbsent() {
        let json = String(decoding: JSONWriter.encode(Self.analysis), as: UTF8.self)
        #expect(!json.contains("null"))
        #expect(!json.contains("subtitle"))
        #expect(!json.contains("keyphrases"))
        #expect(json.contains(#""quotes":[]"#), "a stage that found nothing says so")
        #expect(!json.contains(#""roles""#))
    }

    private func spanError(_ json: String, strict: Bool = false) -> BodyError.Kind? {
        do throws(BodyError) {
            _ = try JSONReader.decode(Span.self, from: Array(json.utf8), refusingUnknownFields: strict)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test func keysInAnyOrderUnknownOnesSkipped() throws {
        let json = #"{"x":{"y":[1,null,"}"]},"end":5,"z":-1.5e3,"\u0073tart":2,"w":"\ud83d"}"#
        #expect(try JSONReader.decode(Span.self, from: Array(json.utf8)) == Span(start: 2, end: 5))
        let cbor: [UInt8] =
            [0xA3, 0x61, 0x78, 0x82, 0x01, 0x40, 0x63, 0x65, 0x6E, 0x64, 0x05]
            + [0x65, 0x73, 0x74, 0x61, 0x72, 0x74, 0x18, 0x02]
        #expect(try CBORReader.decode(Span.self, from: cbor) == Span(start: 2, end: 5))
    }

    @Test(arguments: [
        (#"{"start":1}"#, BodyError.Kind.missingField),
        (#"{"start":1,"end":2,"end":3}"#, .duplicateField),
        (#"{"start":1,"end":"2"}"#, .wrongType),
        (#"{"start":1.5,"end":2}"#, .wrongType),
        (#"{"start":1,"end":2"#, .malformed),
        (#"{"start":1,"end":2}x"#, .malformed),
        (#"{"start":01,"end":2}"#, .malformed),
        (#"[1,2]"#, .wrongType),
        ("", .malformed),
        (#"{"start":99999999999999999999,"end":2}"#, .badValue),
    ])
    func brokenBodiesAreRefused(json: String, kind: BodyError.Kind) {
        #expect(spanError(json) == kind)
    }

    @Test func strictReadersRefuseUnknownFields() {
        #expect(spanError(#"{"start":1,"end":2,"colour":3}"#, strict: true) == .unknownField)
        #expect(spanError(#"{"start":1,"end":2,"colour":3}"#) == nil)
    }

    @Test func depthIsBounded() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(spanError(#"{"start":1,"end":2,"x":"# + deep) == .malformed)
        let cbor: [UInt8] = [0xA1, 0x61, 0x78] + Array(repeating: 0x81, count: 100_000) + [0x00]
        #expect(throws: BodyError.self) { try CBORReader.decode(Span.self, from: cbor) }
    }

    @Test(
        arguments: [
            [0xBF, 0xFF],
            [0xC0, 0xA2],
            [0xA1, 0x05, 0x00],
            [0xA1, 0x65, 0x73, 0x74, 0x61, 0x72, 0x74, 0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0xBB, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0xA1, 0x7B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x61],
        ] as [[UInt8]])
    func hostileCBORIsRefused(bytes: [UInt8]) {
        #expect(throws: BodyError.self) { try CBORReader.decode(Span.self, from: bytes) }
    }

    @Test func everyTruncationIsRefused() {
        let cbor = CBORWriter.encode(Self.analysis)
        for count in 0..<cbor.count {
            #expect(throws: BodyError.self) { try CBORReader.decode(Analysis.self, from: cbor.prefix(count)) }
        }
        let json = JSONWriter.encode(Self.analysis)
        for count in 0..<json.count {
            #expect(throws: BodyError.self) { try JSONReader.decode(Analysis.self, from: json.prefix(count)) }
        }
    }

    @Test func laterLabelsReadAsTheirFallback() throws {
        let json = #"{"id":1,"name":"X","type":"PLANET","salience":0,"mentions":[]}"#
        #expect(try JSONReader.decode(Entity.self, from: Array(json.utf8)).type == .misc)
    }

    @Test func numbersKeepTheirValue() throws {
        for value in [0, 0.1, 0.1234, 1e-7, 12_345.678, 1e300, -2.5] {
            let keyphrase = Keyphrase(text: "x", score: value)
            #expect(try JSONReader.decode(Keyphrase.self, from: JSONWriter.encode(keyphrase)) == keyphrase)
            #expect(try CBORReader.decode(Keyphrase.self, from: CBORWriter.encode(keyphrase)) == keyphrase)
        }
    }
}
