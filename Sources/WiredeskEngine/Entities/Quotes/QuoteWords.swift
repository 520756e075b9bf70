/// What the quote rules ask about tokens.
struct QuoteWords {
    let document: Document
    /// Whether the text is in English, whose words are known, or in no language that could be told.
    let areKnown: Bool
    private let classes = WordClasses.english

    init(_ document: Document) {
        self.document = document
        areKnown = LanguageTag.isEnglish(document.language)
    }

    func key(_ index: Int) -> UInt64 {
        guard document.tokens.indices.contains(index) else { return 0 }
        return document.text.withUnsafeBufferPointer { WordKey.of(UTF8Text($0), document.tokens[index].range) }
    }

    func classes(_ index: Int) -> WordClass {
        guard document.tokens.indices.contains(index), document.tokens[index].kind == .word else { return [] }
        return classes[key(index)].classes
    }

    func isSpeech(_ index: Int) -> Bool {
        !classes(index).isDisjoint(with: [.speech, .quoting]) && !isCapital(index)
    }

    func isAccordingTo(_ index: Int) -> Bool { key(index) == Self.according && key(index + 1) == Self.to }

    private static let according = WordKey.of("according")
    private static let to = WordKey.of("to")

    func isDash(_ index: Int) -> Bool {
        guard let mark = mark(index) else { return false }
        return mark == "-" || mark == "–" || mark == "—" || mark == "―"
    }

    /// A full stop, an exclamation mark or a question mark.
    func isStop(_ index: Int) -> Bool {
        guard let mark = mark(index) else { return false }
        return mark == "." || mark == "!" || mark == "?"
    }

    func isClosingMark(_ index: Int) -> Bool { mark(index).map { $0 == "”" || $0 == "\"" } ?? false }

    func isQuotationMark(_ index: Int) -> Bool { mark(index).map { $0 == "“" || $0 == "”" || $0 == "\"" } ?? false }

    func isParticiple(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.end - token.start > 4
            && document.text[Int(token.end) - 3..<Int(token.end)].elementsEqual("ing".utf8)
    }

    /// The character of a mark; nil for words.
    func mark(_ index: Int) -> Character? {
        guard document.tokens.indices.contains(index), document.tokens[index].kind == .mark else { return nil }
        return String(decoding: document.text[document.tokens[index].range], as: UTF8.self).first
    }

    func isCapital(_ index: Int) -> Bool {
        guard document.tokens.indices.contains(index) else { return false }
        return document.text.withUnsafeBufferPointer { UTF8Text($0).isUppercase(at: Int(document.tokens[index].start)) }
    }

    func isWord(_ index: Int) -> Bool {
        document.tokens.indices.contains(index) && document.tokens[index].kind == .word
    }

    func wordCount(_ range: Range<Int>) -> Int { range.count { document.tokens[$0].isWord } }

    /// Whether every longer word is capitalised, as in the title of a work.
    func isTitle(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            let token = document.tokens[index]
            return token.kind != .word || token.end - token.start <= 3 || isCapital(index)
        }
    }
}
