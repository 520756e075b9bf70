/// Words, written in lower case, that texts are searched for without regard to the case of ASCII letters. Letters beyond
/// ASCII are compared as they are written.
struct SearchWords: ExpressibleByArrayLiteral, Sendable {
    private let words: [StaticString]
    /// A bit for each value, modulo 64, that a word's first byte has: most bytes of a text begin none.
    private let firstBytes: UInt64

    init(arrayLiteral words: StaticString...) {
        self.words = words
        firstBytes = words.reduce(0) { $0 | 1 << UInt64($1.utf8Start.pointee & 63) }
    }

    /// Whether one of the words stands in the text.
    func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        for start in text.indices where firstBytes >> UInt64(text[start].lowercased & 63) & 1 != 0 {
            for word in words where Self.stands(word, in: text, at: start) { return true }
        }
        return false
    }

    private static func stands(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard count <= text.count - start else { return false }
        for index in 0..<count where text[start + index].lowercased != word.utf8Start[index] { return false }
        return true
    }
}
