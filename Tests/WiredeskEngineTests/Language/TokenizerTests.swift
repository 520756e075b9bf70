import Testing

@testable import WiredeskEngine

@Suite struct TokenizerTests {
    private func texts(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokenizer.tokens(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    private func kind(_ text: String) -> Token.Kind? { Tokenizer.tokens(of: Array(text.utf8)).first?.kind }

    @Test(arguments: [
        ("The mayor spoke.", ["The", "mayor", "spoke", "."]),
        ("O'Brien's co-pilot", ["O'Brien", "'s", "co-pilot"]),
        ("O’Brien’s plan", ["O’Brien", "’s", "plan"]),
        ("the players' union", ["the", "players", "'", "union"]),
        ("Mr. Smith of Acme Inc. met Gov. Lee", ["Mr.", "Smith", "of", "Acme", "Inc.", "met", "Gov.", "Lee"]),
        ("John A. Smith, Ph.D.", ["John", "A.", "Smith", ",", "Ph.D."]),
        ("J.R.R. Tolkien", ["J.R.R.", "Tolkien"]),
        ("the U.S.-based firm", ["the", "U.S.", "-", "based", "firm"]),
        ("at 6 p.m. on Jan. 5", ["at", "6", "p.m.", "on", "Jan.", "5"]),
        ("no. 5, no.", ["no", ".", "5", ",", "no", "."]),
        ("No. 5", ["No.", "5"]),
        ("$1,000.50, 12:30.", ["$", "1,000.50", ",", "12:30", "."]),
        ("the 1990s, 9/11 and 3-year-olds", ["the", "1990s", ",", "9/11", "and", "3-year-olds"]),
        ("AT&T & Q&A", ["AT&T", "&", "Q&A"]),
        ("l'Italie d'un", ["l'", "Italie", "d'", "un"]),
        ("wait... what?!", ["wait", "...", "what", "?", "!"]),
        ("“Так и есть”, т.е. да", ["“", "Так", "и", "есть", "”", ",", "т.е.", "да"]),
        ("東京タワーだ", ["東", "京", "タワー", "だ"]),
        ("cafe\u{301} naïve", ["cafe\u{301}", "naïve"]),
        ("Write to jane.doe@example.com.", ["Write", "to", "jane.doe@example.com", "."]),
        ("(https://example.com/a_(b)?c=1).", ["(", "https://example.com/a_(b)?c=1", ")", "."]),
        ("See example.co.uk/news, www.example.museum.", ["See", "example.co.uk/news", ",", "www.example.museum", "."]),
        ("the end.Then", ["the", "end", ".", "Then"]),
        ("@jane_doe on #Budget2026, #1", ["@jane_doe", "on", "#Budget2026", ",", "#", "1"]),
    ])
    func cutsTextIntoTokens(text: String, tokens: [String]) {
        #expect(texts(text) == tokens)
    }

    @Test(arguments: [
        ("word", Token.Kind.word), ("5th", .number), ("٣", .number), ("https://a.example", .address),
        ("a@b.example", .address), ("@a", .handle), ("#a", .hashtag), ("…", .mark), ("ไ", .word),
    ])
    func tellsKinds(text: String, expected: Token.Kind) {
        #expect(kind(text) == expected)
    }

    @Test func countsWordsWithoutMarksAndPossessives() {
        #expect(Tokenizer.tokens(of: Array("Anna's dog, 5.".utf8)).count { $0.isWord } == 3)
    }

    /// On any bytes: in order, apart, and everything between them blank.
    @Test func coversEverythingButWhiteSpace() {
        var random = SplitMix64(seed: 7)
        let pieces = [
            "a", "B", ".", "'", "’", "-", "@", "#", "1", ",", " ", "\n", "é", "東", "カ", "ก", "́", "://", "www", "com",
            "&",
            "s", "_", "/", "😀", "\u{FEFF}",
        ].map { Array($0.utf8) }
        for round in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<60 { bytes += pieces[Int(random.next() % UInt64(pieces.count))] }
            if round % 2 == 0 { for _ in 0..<6 { bytes[Int(random.next() % 60)] = UInt8(random.next() & 0xFF) } }
            var last = 0
            for token in Tokenizer.tokens(of: bytes) {
                #expect(token.range.lowerBound >= last && !token.range.isEmpty)
                if round % 2 == 1 {
                    #expect(
                        String(decoding: bytes[last..<token.range.lowerBound], as: UTF8.self).allSatisfy {
                            $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{301}"
                        })
                    #expect(bytes[token.range.lowerBound] & 0xC0 != 0x80)
                }
                last = token.range.upperBound
            }
            #expect(last <= bytes.count)
        }
    }
}
