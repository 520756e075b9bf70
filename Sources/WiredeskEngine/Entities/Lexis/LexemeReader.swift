/// Makes the lexemes of a document: cuts joined words, and looks every word up once.
struct LexemeReader {
    private let text: UTF8Text
    private let classes = WordClasses.english
    private let gazetteer = Gazetteer.embedded
    private var lexemes: [Lexeme] = []

    private static let ampersand = WordKey.of("&")

    static func read(_ document: Document, interruption: Interruption) throws(WiredeskError) -> LexedText {
        var lexemes: [Lexeme] = []
        var sentences: [Range<Int>] = []
        var failure: WiredeskError?
        document.text.withUnsafeBufferPointer { bytes in
            var reader = LexemeReader(UTF8Text(bytes), tokens: document.tokens.count)
            sentences.reserveCapacity(document.sentences.count)
            do throws(WiredeskError) {
                for (index, tokens) in document.sentenceTokens.enumerated() {
                    if index & 31 == 0 { try interruption.check() }
                    let start = reader.lexemes.count
                    for token in tokens { reader.read(document.tokens[token]) }
                    reader.markSentence(start..<reader.lexemes.count)
                    sentences.append(start..<reader.lexemes.count)
                }
            } catch {
                failure = error
            }
            lexemes = reader.lexemes
        }
        if let failure { throw failure }
        return LexedText(
            text: document.text, lexemes: lexemes, sentences: sentences,
            paragraphOf: document.sentences.map(\.paragraph), language: document.language)
    }

    private init(_ text: UTF8Text, tokens: Int) {
        self.text = text
        lexemes.reserveCapacity(tokens + tokens / 8)
    }

    private mutating func read(_ token: Token) {
        switch token.kind {
        case .mark:
            let (scalar, _) = text.scalar(at: Int(token.start))
            var lexeme = Lexeme(start: token.start, end: token.end, shape: .mark, mark: scalar)
            // Part of company names, and so of gazetteer phrases.
            if scalar == 0x26 { lexeme.key = Self.ampersand }
            append(lexeme)
        case .clitic:
            append(Lexeme(start: token.start, end: token.end, shape: .clitic, mark: 0x27))
        case .address, .handle, .hashtag:
            append(Lexeme(start: token.start, end: token.end, shape: .address, mark: UInt32(text[Int(token.start)])))
        case .word, .number:
            readParts(token)
        }
    }

    /// The parts of a word between hyphens, dashes and slashes, and these as marks.
    private mutating func readParts(_ token: Token) {
        let end = Int(token.end)
        var start = Int(token.start)
        var index = start
        while index < end {
            let byte = text.bytes[index]
            let length: Int
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") {
                length = 1
            } else if byte == 0xE2, text.has("\u{2010}", at: index) || text.has("\u{2011}", at: index) {
                length = 3
            } else {
                index += 1
                continue
            }
            if start < index { appendWord(start..<index) }
            let mark: UInt32 = byte == UInt8(ascii: "/") ? 0x2F : 0x2D
            append(Lexeme(start: Int32(index), end: Int32(index + length), shape: .mark, mark: mark))
            index += length
            start = index
        }
        if start < end { appendWord(start..<end) }
    }

    private mutating func appendWord(_ range: Range<Int>) {
        var lexeme = Lexeme(start: Int32(range.lowerBound), end: Int32(range.upperBound))
        lexeme.key = WordKey.of(text, range)
        lexeme.mark = UInt32(text[range.lowerBound])
        lexeme.shape = shape(of: range)
        let entry = classes[lexeme.key]
        lexeme.classes = entry.classes
        lexeme.number = entry.number
        lexeme.unit = entry.unit
        if lexeme.has(.word) {
            let known = gazetteer[WordKey.phrase(0, lexeme.key)]
            lexeme.gazetteer = known
        } else {
            lexeme.number = digits(range)
        }
        append(lexeme)
    }

    private mutating func append(_ lexeme: Lexeme) {
        var lexeme = lexeme
        if let last = lexemes.last, last.end == lexeme.start { lexeme.shape.insert(.glued) }
        lexemes.append(lexeme)
    }

    /// The value of a number's leading digits when there are nine or fewer and no separator; -1 otherwise.
    private func digits(_ range: Range<Int>) -> Int32 {
        var value: Int32 = 0
        var count = 0
        for index in range {
            let byte = text.bytes[index]
            guard byte.isDigit else {
                return byte.isLetter || byte == UInt8(ascii: "'") ? value : -1
            }
            guard count < 9 else { return -1 }
            value = value * 10 + Int32(byte - 0x30)
            count += 1
        }
        return value
    }

    private func shape(of range: Range<Int>) -> Lexeme.Shape {
        var index = range.lowerBound
        let first = text.bytes[index]
        if first.isDigit {
            return range.allSatisfy { text.bytes[$0].isDigit } ? [.digits, .onlyDigits] : .digits
        }
        var shape: Lexeme.Shape = .word
        var letters = 0
        var capitals = 0
        var lowers = 0
        while index < range.upperBound {
            let byte = text.bytes[index]
            var isUpper = byte.isUppercase
            var isLetter = byte.isLetter
            var length = 1
            if byte >= 0x80 {
                let scalar = text.scalar(at: index)
                length = scalar.length
                (isLetter, isUpper) = Self.letterCase(scalar.value)
                if !isLetter, index == range.lowerBound { shape.insert(.caseless) }
            }
            if isLetter {
                letters += 1
                if isUpper {
                    if letters == 1 { shape.insert(.capital) } else if lowers > 0 { shape.insert(.innerCapital) }
                    capitals += 1
                } else {
                    lowers += 1
                }
            }
            index += length
        }
        if text[range.upperBound - 1] == UInt8(ascii: ".") { shape.insert(.dotted) }
        if capitals >= 2, lowers == 0 { shape.insert(.allCapitals) }
        if letters == 1, capitals == 1 { shape.insert(.initial) }
        return shape
    }

    /// Whether a non-ASCII scalar is a letter of a script with case, and whether it is a capital.
    private static func letterCase(_ value: UInt32) -> (isLetter: Bool, isUpper: Bool) {
        switch value {
        case 0xC0..<0xE0: return (value != 0xD7, value != 0xD7 && value != 0xDF)
        case 0xE0..<0x100: return (value != 0xF7, false)
        case 0x410..<0x430, 0x400..<0x410: return (true, true)
        case 0x430..<0x460: return (true, false)
        case 0x5D0...:
            guard value >= 0x10A0, value < 0x2000 || value >= 0xA640, value < 0xABC0 || value >= 0xFF21,
                let properties = Unicode.Scalar(value)?.properties
            else { return (false, false) }
            return (properties.isCased, properties.isUppercase)
        default:
            guard let properties = Unicode.Scalar(value)?.properties else { return (false, false) }
            return (properties.isCased, properties.isUppercase)
        }
    }

    /// Marks the words that are capitalised for another reason than being names.
    private mutating func markSentence(_ sentence: Range<Int>) {
        var isOpening = true
        var words = 0
        var capitals = 0
        var shouts = 0
        for index in sentence {
            if lexemes[index].has(.word) {
                if isOpening { lexemes[index].shape.insert(.opening) }
                isOpening = false
                let lexeme = lexemes[index]
                if lexeme.length > 3 || !lexeme.isIn(.closed) {
                    words += 1
                    if lexeme.has(.capital) { capitals += 1 }
                    if lexeme.has(.allCapitals) { shouts += 1 }
                }
            } else if lexemes[index].has(.mark) {
                switch lexemes[index].mark {
                case 0x22, 0x201C, 0x2018, 0xAB, 0x201E, 0x3A, 0x2022, 0x2A: isOpening = true
                default: break
                }
            } else {
                isOpening = false
            }
        }
        // A headline has no full stop; in a sentence many capitals are many names.
        let isSentence = sentence.last.map { lexemes[$0].isMark(".") } ?? false
        var added: Lexeme.Shape = []
        if words >= 3, shouts * 10 >= words * 8 { added.insert(.shouted) }
        if !isSentence, words >= 2, capitals * 10 >= words * 8, capitals > shouts { added.insert(.titleCase) }
        guard !added.isEmpty else { return }
        for index in sentence { lexemes[index].shape.formUnion(added) }
    }
}
