/// The words of a text for the language identifier.
enum WordWalk {
    /// Calls `body` with each word's lower-case scalars between two blanks, web addresses and handles left out, until
    /// it has enough.
    ///
    /// - Parameters:
    ///   - limit: words at most.
    ///   - body: returns whether it wants more.
    static func forEach(
        in text: UTF8Text, script: Script, limit: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Bool
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 66) { buffer in
            buffer.initialize(repeating: 0x20)
            var index = 0
            var words = 0
            while index < text.count, words < limit {
                let byte = text.bytes[index]
                if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#") || isAddress(text, at: index) {
                    while index < text.count, text.bytes[index] > 0x20 { index += 1 }
                    continue
                }
                var length = 0
                while index < text.count, length < 64, text.bytes[index].isLetter {
                    length += 1
                    buffer[length] = UInt32(text.bytes[index].lowercased)
                    index += 1
                }
                while index < text.count {
                    let (value, bytes) = text.scalar(at: index)
                    let characterClass = value < 0x80 ? UInt8(value).characterClass : CharacterClass.of(value)
                    guard characterClass == .letter || (characterClass == .extend && length > 0) else { break }
                    if length < 64 {
                        length += 1
                        buffer[length] = CaseFolding.lowercase(value)
                    }
                    index += bytes
                }
                if length == 0 {
                    index += text.scalar(at: index).length
                    continue
                }
                guard Script(buffer[1]) == script else { continue }
                buffer[length + 1] = 0x20
                guard body(UnsafeBufferPointer(rebasing: buffer[0...(length + 1)])) else { return }
                words += 1
            }
        }
    }

    private static func isAddress(_ text: UTF8Text, at index: Int) -> Bool {
        (text.bytes[index] == UInt8(ascii: "h") && text.has("http", at: index))
            || (text.bytes[index] == UInt8(ascii: "w") && text.has("www.", at: index))
    }
}
