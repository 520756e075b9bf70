extension StringProtocol {
    /// Whether one of the texts stands in this one.
    func containsAny(of texts: [String]) -> Bool {
        // In ASCII equal characters are equal bytes, and comparing characters costs ten times as much.
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return texts.contains { contains($0) } }
        var text = String(self)
        return text.withUTF8 { bytes in
            texts.contains { wanted in
                var wanted = wanted
                return wanted.withUTF8 { Self.holds(bytes, $0) }
            }
        }
    }

    private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = wanted.first else { return true }
        guard text.count >= wanted.count else { return false }
        for start in 0...(text.count - wanted.count) where text[start] == first {
            if text[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
        }
        return false
    }
}
