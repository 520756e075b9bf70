extension String {
    /// Whether one of the words stands in this text, ASCII letters compared without case.
    func containsFolded(anyOf words: SearchWords) -> Bool { withBytes(words.stand) }

    /// Whether this text ends in another, byte by byte.
    func ends(in ending: String) -> Bool {
        withBytes { text in
            ending.withBytes { ending in
                text.count >= ending.count && text[(text.count - ending.count)...].elementsEqual(ending)
            }
        }
    }

    /// The parts between these bytes, which are ASCII, without blanks at their ends; empty ones are left out.
    func parts(by separators: UInt8...) -> [String] {
        var parts: [String] = []
        withBytes { text in
            var start = 0
            for index in 0...text.count where index == text.count || separators.contains(text[index]) {
                var part = start..<index
                while let first = part.first, text[first] == 0x20 { part = part.dropFirst() }
                while let last = part.last, text[last] == 0x20 { part = part.dropLast() }
                if !part.isEmpty {
                    parts.append(String(decoding: UnsafeBufferPointer(rebasing: text[part]), as: UTF8.self))
                }
                start = index + 1
            }
        }
        return parts
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
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
