import Testing

@testable import WiredeskEngine

@Suite struct FingerprintTests {
    private func fingerprint(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        return Fingerprint.simHash(bytes, tokens: Tokenizer.tokens(of: bytes))
    }

    private func distance(_ first: String, _ second: String) throws -> Int {
        let first = try #require(fingerprint(first).flatMap { UInt64($0, radix: 16) })
        let second = try #require(fingerprint(second).flatMap { UInt64($0, radix: 16) })
        return (first ^ second).nonzeroBitCount
    }

    /// An article of invented words.
    private func article(seed: UInt64, words: Int) -> [String] {
        var random = SplitMix64(seed: seed)
        return (0..<words).map { _ in "w\(random.next() % 3000)" }
    }

    /// Fingerprints are stored and compared across versions: these values are for good.
    @Test(arguments: [
        ("Harbour", "ae094d9e4a559f82"),
        ("The ferry left the old harbour at noon, and nobody saw it return.", "7445ef23a857329c"),
        ("Паром вышел из Старой гавани в полдень.", "d2ee7fdbc7194af3"),
    ])
    func staysTheSame(text: String, expected: String) {
        #expect(fingerprint(text) == expected)
    }

    @Test func ignoresCaseAndPunctuation() throws {
        #expect(try distance("The Harbour Bridge, closed on Monday!", "the harbour bridge closed on monday") == 0)
        #expect(try distance("ДОМ Москва Ёлка", "дом москва ёлка") == 0)
    }

    @Test func differsInFewBitsForNearDuplicates() throws {
        for seed in 1...20 {
            var words = article(seed: UInt64(seed), words: 500)
            let original = words.joined(separator: " ")
            words[100] = "changed"
            words[300] = "changed"
            words += ["advertisement", "follow", "us"]
            #expect(try distance(original, words.joined(separator: " ")) <= 8)
        }
    }

    @Test func differsInManyBitsForOtherTexts() throws {
        for seed in 1...20 {
            let first = article(seed: UInt64(seed), words: 500).joined(separator: " ")
            let second = article(seed: UInt64(seed + 100), words: 500).joined(separator: " ")
            #expect(try distance(first, second) > 14)
        }
    }

    @Test func isAbsentWithoutWords() {
        #expect(fingerprint("") == nil)
        #expect(fingerprint("… !") == nil)
        #expect(fingerprint("two words")?.utf8.count == 16)
    }
}
