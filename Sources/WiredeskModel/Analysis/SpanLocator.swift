/// Finds the places of a result's spans in its text, as Swift's strings have them: each in constant time, after one walk
/// over the text.
///
/// ```swift
/// let places = SpanLocator(article.text)
/// for mention in entity.mentions { print(places[mention] ?? "") }
/// ```
public struct SpanLocator: Sendable {
    public let text: String
    public let unit: OffsetUnit
    /// Where every 64th scalar begins, in bytes of UTF-8; empty when each scalar is one byte.
    private var landmarks: [Int] = []

    private static let stride = 64

    /// - Parameters:
    ///   - text: the result's `article.text`.
    ///   - unit: what its spans count, as the request said.
    public init(_ text: String, unit: OffsetUnit = .scalar) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        self.unit = unit
        guard unit == .scalar, text.utf8.contains(where: { $0 >= 0x80 }) else { return }
        var scalars = 0
        for (offset, byte) in text.utf8.enumerated() where byte & 0xC0 != 0x80 {
            if scalars % Self.stride == 0 { landmarks.append(offset) }
            scalars += 1
        }
    }

    /// The place of a mention, a sentence or another part of the result; nil when it lies outside the text or ends before
    /// it begins, as a part of another text's result may. A place inside a scalar moves to where the scalar begins.
    public func range(of part: some Spanned) -> Range<String.Index>? {
        guard let start = index(part.start), let end = index(part.end), start <= end else { return nil }
        return start..<end
    }

    /// The words of a part of the result; nil when its place is not in the text.
    public subscript(part: some Spanned) -> Substring? {
        range(of: part).map { text[$0] }
    }

    private func index(_ offset: Int) -> String.Index? {
        guard offset >= 0 else { return nil }
        switch unit {
        case .utf8: return text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex).map(aligned)
        case .utf16: return text.utf16.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex).map(aligned)
        case .scalar: break
        }
        if landmarks.isEmpty {
            return text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
        }
        // The end may lie behind the last landmark by a whole stride.
        let landmark = min(offset / Self.stride, landmarks.count - 1)
        let start = text.utf8.index(text.startIndex, offsetBy: landmarks[landmark])
        return text.unicodeScalars.index(start, offsetBy: offset - landmark * Self.stride, limitedBy: text.endIndex)
    }

    private func aligned(_ index: String.Index) -> String.Index {
        var index = index
        while index < text.endIndex, text.utf8[index] & 0xC0 == 0x80 { text.utf8.formIndex(before: &index) }
        return index
    }
}
