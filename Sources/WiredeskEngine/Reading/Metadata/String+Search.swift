extension String {
    /// Whether one of the words, written in lower case, stands in this text, ASCII letters compared without case.
    /// Letters beyond ASCII are compared as they are written.
    func containsFolded(anyOf words: [StaticString]) -> Bool {
        withBytes { text in
            words.contains { word in
                Self.position(of: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), in: text)
                    != nil
            }
        }
    }

    /// Whether another text stands in this one, byte by byte.
    func holds(_ other: String) -> Bool {
        withBytes { text in
            other.withBytes { wanted in
                guard let first = wanted.first else { return true }
                guard text.count >= wanted.count else { return false }
                return (0...(text.count - wanted.count)).contains { start in
                    text[start] == first && text[start..<(start + wanted.count)].elementsEqual(wanted)
                }
            }
        }
    }

    /// The text's UTF-8.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }

    private static func position(of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = word.first, text.count >= word.count else { return nil }
        for start in 0...(text.count - word.count) where text[start].lowercased == first {
            var length = 1
            while length < word.count, text[start + length].lowercased == word[length] { length += 1 }
            if length == word.count { return start }
        }
        return nil
    }
}
