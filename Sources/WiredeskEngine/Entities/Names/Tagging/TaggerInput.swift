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
        for index in text.lexemes.indices where taken[index] { words[index].position |= Self.takenPosition }
        try interruption.check()
        for name in rules { mark(name) }
        let gazetteer = Gazetteer.embedded
        for (number, sentence) in sentences.enumerated() {
            if number & 31 == 0 { try interruption.check() }
            markPhrases(of: text, in: sentence, gazetteer)
            markPlain(text, in: sentence)
        }
        gatherEvidence(text)
    }

    private static let placeShapes: Lexeme.Shape = [
        .opening, .titleCase, .shouted, .glued, .allCapitals, .capital, .innerCapital, .initial,
    ]
    /// Beyond the bits of `Lexeme.Shape`.
    private static let takenPosition: UInt32 = 1 << 16

    private static func word(_ lexeme: Lexeme, _ bytes: UnsafeBufferPointer<UInt8>) -> TaggerWord {
        var word = TaggerWord(UnsafeBufferPointer(rebasing: bytes[lexeme.range]))
        word.position = UInt32(lexeme.shape.intersection(Self.placeShapes).rawValue)
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

    /// Marks the words in lower case that have no capital or digit near; in a sentence without capitals, none.
    private mutating func markPlain(_ text: LexedText, in sentence: Range<Int>) {
        let signs: Lexeme.Shape = [.capital, .innerCapital, .digits, .address, .caseless]
        let hasCapital = sentence.contains { index in
            text.lexemes[index].has(.capital) && !text.lexemes[index].has(.opening)
        }
        guard text.lexemes.count >= Self.shortText,
            hasCapital || sentence.last.map({ text.lexemes[$0].isMark(".") }) == true
        else { return }
        var lastSign = Int.min / 2
        var unmarked = sentence.lowerBound
        for index in sentence where !text.lexemes[index].shape.isDisjoint(with: signs) {
            for plain in max(
                unmarked, lastSign + Self.near + 1)..<max(unmarked, lastSign + Self.near + 1, index - Self.near)
            {
                words[plain].isPlain = true
            }
            lastSign = index
            unmarked = index + 1
        }
        let rest = max(unmarked, lastSign + Self.near + 1)
        for plain in rest..<max(rest, sentence.upperBound) { words[plain].isPlain = true }
    }

    /// Short texts are often written carelessly: in them every word is looked at.
    private static let shortText = 100
    /// A capital counts for so many words on either side.
    private static let near = 2

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
