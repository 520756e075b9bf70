/// Cuts a text into tokens that cover everything but white space.
enum Tokenizer {
    static func tokens(of text: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < text.count {
            guard text[index] > 0x20 else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index] > 0x20 { index += 1 }
            tokens.append(Token(start: Int32(start), end: Int32(index), kind: .word))
        }
        return tokens
    }
}
