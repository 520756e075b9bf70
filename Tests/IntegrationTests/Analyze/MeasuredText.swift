import WiredeskModel

/// A text that is sliced as a client in another language would: by counting units from its start.
struct MeasuredText {
    /// The text before each offset ends here; nil inside a character.
    private let indices: [String.Index?]
    private let text: String

    init(_ text: String, unit: OffsetUnit) {
        self.text = text
        var indices: [String.Index?] = []
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            let width =
                switch unit {
                case .scalar: 1
                case .utf8: UTF8.width(scalar)
                case .utf16: UTF16.width(scalar)
                }
            indices.append(index)
            indices += repeatElement(nil, count: width - 1)
        }
        self.indices = indices + [text.endIndex]
    }

    /// What the span covers; nil when it leaves the text or cuts a character.
    subscript(span: Span) -> String? {
        guard span.start >= 0, span.start <= span.end, span.end < indices.count, let start = indices[span.start],
            let end = indices[span.end]
        else { return nil }
        return String(text[start..<end])
    }
}
