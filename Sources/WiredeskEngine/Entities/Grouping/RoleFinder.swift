/// Finds the titles and posts that the text gives a person beside the name: before it (`former Secretary of State Mike
/// Arden`, `the president of the region, Karl Lindner`) and after it (`Kevin Arden, California Republican`).
struct RoleFinder {
    let text: LexedText
    let names: [TypedName]
    /// For each lexeme, the sentence.
    let sentenceOf: [Int32]
    /// For each lexeme, the position of the name that holds it; -1 for none.
    private let nameOf: [Int32]

    init(_ text: LexedText, _ names: [TypedName]) {
        self.text = text
        self.names = names
        var sentenceOf = [Int32](repeating: -1, count: text.lexemes.count)
        for (index, sentence) in text.sentences.enumerated() {
            for lexeme in sentence { sentenceOf[lexeme] = Int32(truncatingIfNeeded: index) }
        }
        self.sentenceOf = sentenceOf
        var nameOf = [Int32](repeating: -1, count: text.lexemes.count)
        for (index, name) in names.enumerated() {
            for lexeme in name.lexemes { nameOf[lexeme] = Int32(truncatingIfNeeded: index) }
        }
        self.nameOf = nameOf
    }

    func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    /// The name that holds a lexeme.
    func name(at index: Int) -> TypedName? {
        guard nameOf.indices.contains(index), nameOf[index] >= 0 else { return nil }
        return names[Int(nameOf[index])]
    }

    func sentence(of index: Int) -> Range<Int> {
        let position = sentenceOf.indices.contains(index) ? Int(sentenceOf[index]) : -1
        return position >= 0 ? text.sentences[position] : index..<index
    }

    /// The lexemes of each role that stands with a mention of a person.
    func roles(of name: TypedName) -> [Range<Int>] {
        var roles: [Range<Int>] = []
        if let title = titleBefore(name) { roles.append(title) }
        if let apposition = appositionAfter(name.lexemes) { roles.append(apposition) }
        if roles.isEmpty, let apposition = appositionBefore(name.lexemes) { roles.append(apposition) }
        return roles
    }

    /// Whether a word tells what the person beside it does. In a sentence all in capitals they tell nothing.
    func isDoer(_ index: Int) -> Bool {
        let lexeme = at(index)
        guard lexeme.has(.word), !lexeme.has(.capital) || lexeme.has(.shouted) || lexeme.isIn(.role) else {
            return false
        }
        return RoleWords.isDoer(lexeme, ending: text.text[lexeme.range])
    }

    func isPossessive(_ index: Int) -> Bool { RoleWords.possessives.contains(at(index).key) }
}
