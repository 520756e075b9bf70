import Testing

@testable import WiredeskModel

@Suite struct BodyNumberTests {
    /// RFC 8949, appendix A, and the ends of each width.
    @Test(
        arguments: [
            (0, [0x00]), (23, [0x17]), (24, [0x18, 0x18]), (255, [0x18, 0xFF]), (256, [0x19, 0x01, 0x00]),
            (65_535, [0x19, 0xFF, 0xFF]), (65_536, [0x1A, 0x00, 0x01, 0x00, 0x00]),
            (4_294_967_295, [0x1A, 0xFF, 0xFF, 0xFF, 0xFF]),
            (4_294_967_296, [0x1B, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00]),
            (Int.max, [0x1B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
            (-1, [0x20]), (-24, [0x37]), (-25, [0x38, 0x18]), (-256, [0x38, 0xFF]), (-257, [0x39, 0x01, 0x00]),
            (Int.min, [0x3B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
        ] as [(Int, [UInt8])])
    func integersHaveTheShortestHead(value: Int, bytes: [UInt8]) throws {
        let span = WiredeskModel.Span(start: value, end: 0)
        let cbor = CBORWriter.encode(span)
        #expect(cbor == [0xA2, 0x65] + Array("start".utf8) + bytes + [0x63] + Array("end".utf8) + [0x00])
        #expect(try CBORReader.decode(WiredeskModel.Span.self, from: cbor) == span)
    }

    @Test func integersOfEveryNumberOfDigitsAreWrittenInJSON() throws {
        var values = [0, Int.max, Int.min, Int.max - 1, Int.min + 1]
        var power = 1
        for _ in 0..<18 {
            power *= 10
            values += [power - 1, power, -power, 1 - power]
        }
        for value in values {
            let json = JSONWriter.encode(value)
            #expect(String(decoding: json, as: UTF8.self) == "\(value)")
            #expect(try JSONReader.decode(Int.self, from: json) == value)
        }
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "18446744073709551616", "1000000000000000000000"])
    func integersPastTheRangeAreRefused(json: String) {
        #expect(throws: BodyError.self) { try JSONReader.decode(Int.self, from: Array(json.utf8)) }
    }

    private static func text(_ value: Double) -> String {
        String(decoding: JSONWriter.encode(value), as: UTF8.self)
    }

    /// As their description has them, which is the shortest text that means the value.
    @Test func doublesOfFewDecimalsAreWrittenInTheFewestDigits() {
        let wholes = [0, 1, 9, 10, 99, 12_345, 99_999, 100_000, 100_001]
        for tenThousandths in stride(from: 0, to: 10_000, by: 3) {
            for whole in wholes {
                let value = Double(whole * 10_000 + tenThousandths) / 10_000
                let text = Self.text(value)
                guard text != "\(value)" else { continue }
                #expect(text + ".0" == "\(value)")
            }
        }
    }

    @Test(
        arguments: [
            (0.5700000000000001, "0.5700000000000001"), (0.00001, "1e-05"), (0.00005, "5e-05"), (0.00015, "0.00015"),
            (-0.25, "-0.25"), (-0.0, "0"), (-3, "-3"), (1e15, "1000000000000000.0"), (1e16, "1e+16"), (1e300, "1e+300"),
            (1.0 / 3, "0.3333333333333333"),
        ] as [(Double, String)])
    func otherDoublesKeepTheirText(value: Double, text: String) {
        #expect(Self.text(value) == text)
    }

    /// What is worked out in one division is what the library's exact reading gives.
    @Test func textsOfDoublesMeanTheNearest() throws {
        var seed: UInt64 = 7
        for _ in 0..<3000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let digits = "\(seed >> (seed % 50))"
            let point = digits.index(digits.startIndex, offsetBy: 1 + Int(seed >> 40) % digits.count)
            let text = digits[..<point] + (point == digits.endIndex ? "" : ".") + digits[point...]
            guard text.first != "0" || text.dropFirst().first == "." || text.count == 1 else { continue }
            #expect(try JSONReader.decode(Double.self, from: Array(text.utf8)) == Double(text))
            #expect(try JSONReader.decode(Double.self, from: Array("-\(text)e-3".utf8)) == Double("-\(text)e-3"))
        }
    }

    @Test(arguments: ["-", "1.", ".5", "1e", "1e+", "01", "-01", "+1", "0x1", "1.5.5", "--1", "NaN"])
    func whatIsNoNumberIsRefused(json: String) {
        #expect(throws: BodyError.self) { try JSONReader.decode(Double.self, from: Array(json.utf8)) }
    }

    @Test(
        arguments: [
            ([0x01], 1), ([0x20], -1), ([0x19, 0x01, 0x00], 256), ([0xF9, 0x3C, 0x00], 1),
            ([0xFA, 0x47, 0xC3, 0x50, 0x00], 100_000), ([0xFB, 0x3F, 0xB9, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9A], 0.1),
        ] as [([UInt8], Double)])
    func everyWidthOfNumberIsRead(bytes: [UInt8], value: Double) throws {
        let head: [UInt8] = [0xA2, 0x64] + Array("text".utf8) + [0x60, 0x65] + Array("score".utf8)
        #expect(try CBORReader.decode(Keyphrase.self, from: head + bytes).score == value)
    }

    /// More than is made room for at once, and than the writer's first memory holds.
    @Test func longArraysAreReadBack() throws {
        let article = Article(
            wordCount: 1, readingSeconds: 1, text: "", paragraphs: [],
            sentences: (0..<10_000).map { Sentence(start: $0, end: $0 * $0, paragraph: -$0) })
        #expect(try CBORReader.decode(Article.self, from: CBORWriter.encode(article)) == article)
        #expect(try JSONReader.decode(Article.self, from: JSONWriter.encode(article)) == article)
    }
}
