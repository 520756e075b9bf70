import Testing
import WiredeskModel

@Suite struct SpanLocatorTests {
    /// One, two, three and four bytes of UTF-8 a scalar; characters of several scalars.
    static let texts = [
        "", "plain", "Zoë Ünlü met 李娜 in Łódź 👩‍👩‍👧 e\u{301}té 🇺🇦.",
        String(repeating: "naïve 😀 ", count: 100), String(repeating: "a", count: 200),
        String(repeating: "é", count: 64), "\r\n\r\n", "مرحبا بالعالم",
    ]

    private func offset(of index: String.Index, in text: String, _ unit: OffsetUnit) -> Int {
        switch unit {
        case .scalar: text.unicodeScalars.distance(from: text.startIndex, to: index)
        case .utf8: text.utf8.distance(from: text.startIndex, to: index)
        case .utf16: text.utf16.distance(from: text.startIndex, to: index)
        }
    }

    @Test(arguments: texts, OffsetUnit.allCases)
    func everyStretchOfScalarsIsFound(text: String, unit: OffsetUnit) {
        let places = SpanLocator(text, unit: unit)
        let indices = Array(text.unicodeScalars.indices) + [text.endIndex]
        for (first, start) in indices.enumerated() {
            for end in indices[first...].prefix(70) {
                let span = Span(start: offset(of: start, in: text, unit), end: offset(of: end, in: text, unit))
                #expect(places.range(of: span) == start..<end)
            }
        }
    }

    @Test(arguments: OffsetUnit.allCases)
    func whatLiesOutsideIsNil(unit: OffsetUnit) {
        let places = SpanLocator("Zoë", unit: unit)
        for span in [(-1, 2), (0, 9), (2, 1), (9, 9), (.min, .max), (0, .max), (.max, .max)] {
            #expect(places.range(of: Span(start: span.0, end: span.1)) == nil)
        }
    }

    @Test func aPlaceInsideAScalarMovesToItsBeginning() {
        #expect(SpanLocator("a😀b", unit: .utf8)[Span(start: 1, end: 3)] == "")
        #expect(SpanLocator("a😀b", unit: .utf8)[Span(start: 3, end: 6)] == "😀b")
        #expect(SpanLocator("a😀b", unit: .utf16)[Span(start: 2, end: 4)] == "😀b")
    }

    @Test func partsOfAResultAreFound() {
        let mention = Mention(start: 0, end: 3, confidence: 1)
        #expect(SpanLocator("Zoë spoke")[mention] == "Zoë")
    }
}
