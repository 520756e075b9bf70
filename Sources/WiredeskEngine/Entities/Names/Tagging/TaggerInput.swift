/// A document prepared for the name tagger: each lexeme with its hashes, what the gazetteer and the rules know of it and
/// what the rest of the document shows.
struct TaggerInput {
    let sentences: [Range<Int>]
    /// One for each lexeme, and `TaggerWord.boundary` at the end.
    var words: [TaggerWord]
    /// How many different words the document capitalises.
    var entries = 0

    init(
        _ text: LexedText, rules: [TypedName], taken: [Bool], interruption: Interruption
    ) throws(WiredeskError) {
        sentences = text.sentences
        words = text.text.withUnsafeBufferPointer { bytes in
            var words: [TaggerWord] = []
            words.reserveCapacity(text.lexemes.count + 1)
            for lexeme in text.lexemes { words.append(Self.word(lexeme, bytes)) }
            words.append(.boundary)
            return words
        }
        for index in text.lexemes.indices where taken[index] { words[index].position |= 1 << 8 }
        try interruption.check()
        for name in rules { mark(name) }
        let gazetteer = Gazetteer.embedded
        for (number, sentence) in sentences.enumerated() {
            if number & 31 == 0 { try interruption.check() }
            markPhrases(of: text, in: sentence, gazetteer)
        }
        gatherEvidence(text)
    }

    private static func word(_ lexeme: Lexeme, _ bytes: UnsafeBufferPointer<UInt8>) -> TaggerWord {
        var word = TaggerWord(UnsafeBufferPointer(rebasing: bytes[lexeme.range]))
        let places: [(Lexeme.Shape, UInt32)] = [
            (.opening, 1), (.titleCase, 2), (.shouted, 4), (.glued, 8), (.allCapitals, 16), (.capital, 32),
            (.innerCapital, 64), (.initial, 128),
        ]
        for (shape, bit) in places where lexeme.has(shape) { word.position |= bit }
        word.classes = FeatureHash.fold(lexeme.classes.rawValue)
        word.kinds = UInt32(lexeme.gazetteer.kinds.rawValue)
        return word
    }

    /// The rules' type for each word of a name and its place there.
    private mutating func mark(_ name: TypedName) {
        let last = name.lexemes.upperBound - 1
        for index in name.lexemes {
            let place: NameLabel.Place =
                name.lexemes.count == 1
                ? .unit : index == name.lexemes.lowerBound ? .begin : index == last ? .last : .inside
            words[index].rule = UInt32(1 + TypeScores.position(name.type) * 4 + place.rawValue)
        }
    }

    /// The longest phrases of two words and more that the gazetteer has.
    private mutating func markPhrases(of text: LexedText, in sentence: Range<Int>, _ gazetteer: Gazetteer) {
        var start = sentence.lowerBound
        while start < sentence.upperBound {
            guard text.lexemes[start].has(.capital) else {
                start += 1
                continue
            }
            var key: UInt64 = 0
            var length = 0
            var end = start
            var kinds: Gazetteer.Kinds = []
            for cursor in start..<min(sentence.upperBound, start + 2 * gazetteer.longestPhrase) {
                let lexeme = text.lexemes[cursor]
                if lexeme.isMark("-"), lexeme.has(.glued) { continue }
                guard lexeme.key != 0, length < gazetteer.longestPhrase else { break }
                key = WordKey.phrase(key, lexeme.key)
                length += 1
                guard length > 1, lexeme.has(.capital) else { continue }
                let known = gazetteer[key].kinds
                if !known.isEmpty {
                    kinds = known
                    end = cursor + 1
                }
            }
            for index in start..<end {
                let place = index == start ? 1 : index == end - 1 ? 3 : 2
                words[index].phrase = UInt32(kinds.rawValue) << 2 | UInt32(place)
            }
            start = max(end, start + 1)
        }
    }
}
