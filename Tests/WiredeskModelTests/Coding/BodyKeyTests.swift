import Testing

@testable import WiredeskModel

/// Keys in an order or a form that our writers do not use.
@Suite struct BodyKeyTests {
    private static let sentence = SummarySentence(index: 7, start: 300, end: 70_000, score: 0.5)
    private static let fields = [("index", "7"), ("start", "300"), ("end", "70000"), ("score", "0.5")]

    private static func permutations(_ items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.flatMap { first in permutations(items.filter { $0 != first }).map { [first] + $0 } }
    }

    /// CBOR of a key as our writers write it.
    private static func key(_ name: String) -> [UInt8] { [0x60 | UInt8(name.utf8.count)] + Array(name.utf8) }

    private static let values: [[UInt8]] = [
        [0x07], [0x19, 0x01, 0x2C], [0x1A, 0x00, 0x01, 0x11, 0x70], [0xF9, 0x38, 0x00],
    ]

    @Test func everyOrderIsReadWithAnUnknownKeyAtEveryPlace() throws {
        for order in Self.permutations([0, 1, 2, 3]) {
            var json = order.map { #""\#(Self.fields[$0].0)":\#(Self.fields[$0].1)"# }
            var cbor = order.map { Self.key(Self.fields[$0].0) + Self.values[$0] }
            func check(refusing: Bool = false) throws {
                let text = Array("{\(json.joined(separator: ","))}".utf8)
                let bytes = [0xA0 | UInt8(cbor.count)] + cbor.joined()
                #expect(
                    try JSONReader.decode(SummarySentence.self, from: text, refusingUnknownFields: refusing)
                        == Self.sentence)
                #expect(
                    try CBORReader.decode(SummarySentence.self, from: bytes, refusingUnknownFields: refusing)
                        == Self.sentence)
            }
            try check(refusing: true)
            for place in 0...4 {
                json.insert(#""ending":{"end":[1,"end"]}"#, at: place)
                cbor.insert(Self.key("ending") + [0xA1] + Self.key("end") + [0x82, 0x01] + Self.key("end"), at: place)
                try check()
                json.remove(at: place)
                cbor.remove(at: place)
            }
        }
    }

    /// The length of a CBOR text may be written in more bytes than it needs.
    @Test(arguments: 1...4) func longHeadsOfKeysAreRead(width: Int) throws {
        func key(_ name: String) -> [UInt8] {
            let length = [UInt8](repeating: 0, count: 1 << (width - 1))
            return [0x60 | UInt8(23 + width)] + length.dropLast() + [UInt8(name.utf8.count)] + Array(name.utf8)
        }
        var bytes: [UInt8] = [0xA4]
        for (field, value) in zip(Self.fields, Self.values) { bytes += key(field.0) + value }
        #expect(try CBORReader.decode(SummarySentence.self, from: bytes, refusingUnknownFields: true) == Self.sentence)
    }

    /// What stands where a value is due is no key, whatever it says.
    @Test func aValueThatSaysAKeyIsNone() throws {
        let phrase = Keyphrase(text: "score", score: 1)
        let longKey: [UInt8] = [0x78, 0x04] + Array("text".utf8)
        let cbor = [0xA2] + longKey + Self.key("score") + Self.key("score") + [0x01]
        #expect(try CBORReader.decode(Keyphrase.self, from: cbor) == phrase)
        #expect(
            try JSONReader.decode(Keyphrase.self, from: Array(#"{"te\u0078t":"score","score":1}"#.utf8)) == phrase)
    }

    @Test func whiteSpaceStandsAnywhereBetweenWords() throws {
        let gap = " \t\r\n"
        let json =
            "{" + Self.fields.map { "\(gap)\"\($0)\"\(gap):\(gap)\($1)\(gap)" }.joined(separator: ",") + "}" + gap
        #expect(try JSONReader.decode(SummarySentence.self, from: Array(json.utf8)) == Self.sentence)
    }

    private static func error<T: Record>(_ type: T.Type, _ json: String) -> BodyError? {
        do throws(BodyError) {
            _ = try JSONReader.decode(type, from: Array(json.utf8), refusingUnknownFields: true)
            return nil
        } catch {
            return error
        }
    }

    @Test func theFirstMissingFieldIsNamed() {
        let missing = Self.error(SummarySentence.self, #"{"score":1,"index":2}"#)
        #expect(missing?.kind == .missingField)
        #expect(missing?.message == #"SummarySentence without "start""#)
    }

    @Test(arguments: [
        #"{"start":1,"start":2,"end":3}"#, #"{"end":1,"start":2,"end":3}"#, #"{"start":1,"end":2,"\u0073tart":3}"#,
    ])
    func aKeyTwiceIsRefused(json: String) {
        #expect(Self.error(WiredeskModel.Span.self, json)?.kind == .duplicateField)
    }

    @Test(arguments: [#""colour""#, #""c\u006flour""#, #""colour" "#]) func anUnknownKeyIsNamed(key: String) {
        let unknown = Self.error(WiredeskModel.Span.self, #"{"start":1,"end":2,\#(key):3}"#)
        #expect(unknown == BodyError(.unknownField, #"unknown field "colour""#, at: unknown?.position))
    }

    @Test(arguments: [#"{"start":1,}"#, #"{,"start":1}"#, #"{"start":1 "end":2}"#, #"{"start" 1,"end":2}"#, "{1:2}"])
    func whatIsNoObjectIsRefused(json: String) {
        #expect(Self.error(WiredeskModel.Span.self, json)?.kind == .malformed)
    }
}
