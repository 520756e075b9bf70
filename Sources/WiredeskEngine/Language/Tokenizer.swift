/// Cuts a text into tokens that cover everything but white space.
enum Tokenizer {
    static func tokens(of text: [UInt8]) -> [Token] {
        text.withUnsafeBufferPointer { bytes in
            var scanner = TokenScanner(UTF8Text(bytes))
            scanner.scan()
            return scanner.tokens
        }
    }
}
