/// Words, written in lower case, that texts are searched for without regard to the case of ASCII letters. Letters beyond
/// ASCII are compared as they are written.
struct SearchWords: ExpressibleByArrayLiteral, Sendable {
    private let words: [[UInt8]]
    /// A bit for each first byte of a word, without its highest bit: most bytes of a text begin none.
    private var firstBytes: (low: UInt64, high: UInt64) = (0, 0)

    init(arrayLiteral words: StaticString...) {
        self.words = words.map { Array($0.description.utf8) }
        for word in self.words {
            guard let first = word.first else { continue }
            let bit: UInt64 = 1 << UInt64(first & 63)
            if first & 64 == 0 { firstBytes.low |= bit } else { firstBytes.high |= bit }
        }
    }

    /// Whether one of the words stands in the text.
    func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        for start in text.indices {
            let byte = text[start].lowercased
            guard (byte & 64 == 0 ? firstBytes.low : firstBytes.high) >> UInt64(byte & 63) & 1 != 0 else { continue }
            for index in words.indices where words[index].first == byte {
                if Self.stands(words[index], in: text, at: start) { return true }
            }
        }
        return false
    }

    private static func stands(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard word.count <= text.count - start else { return false }
        for index in word.indices where text[start + index].lowercased != word[index] { return false }
        return true
    }
}
