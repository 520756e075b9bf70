/// Walks through one paragraph and cuts it where `SentenceRules` say that a sentence ends.
struct SentenceScanner {
    let text: UTF8Text
    let rules: SentenceRules
    private let interesting: ByteMask
    private let offset: Int
    private var sentenceStart = 0

    /// - Parameters:
    ///   - interesting: of the whole article, where the paragraph starts at `offset`.
    init(_ text: UTF8Text, rules: SentenceRules, interesting: ByteMask, offset: Int) {
        self.text = text
        self.rules = rules
        self.interesting = interesting
        self.offset = offset
    }

    mutating func scan(_ emit: (Range<Int>) -> Void) {
        var items = ListItems(text)
        var index = skipBlanks(from: 0)
        sentenceStart = index
        items.start(at: index)
        while index < text.count {
            // Blanks are looked at in lists only.
            if !items.isList {
                index = interesting.next(from: offset + index, before: offset + text.count) - offset
                guard index < text.count else { break }
            }
            let byte = text.bytes[index]
            guard byte == 0x20 || interesting.contains(offset + index) else {
                index += 1
                continue
            }
            if byte == 0x20 {
                // An item of a list that runs on in the line starts a sentence.
                if let item = items.nextItem(after: index) {
                    cut(at: index, emit)
                    sentenceStart = item
                    items.start(at: item)
                    index = item
                }
                index += 1
                continue
            }
            if Self.separators.contains(byte) {
                index = scanLayout(at: index, emit)
                continue
            }
            guard var candidate = marks(at: index) else {
                index += 1
                continue
            }
            close(&candidate)
            index = candidate.end
            guard index < text.count else { break }
            candidate.precedesBlank = text.blankLength(at: index) > 0
            candidate.next = skipBlanks(from: index)
            guard candidate.next < text.count else { break }
            if items.isItemMark(candidate.start) { continue }
            if rules.endsSentence(candidate, in: text, sentenceStart: sentenceStart) {
                cut(at: index, emit)
                index = candidate.next
                sentenceStart = index
                items.start(at: index)
            }
        }
        cut(at: text.count, emit)
    }

    /// Cuts around a time stamp and after a ruler; returns where to go on.
    private mutating func scanLayout(at index: Int, _ emit: (Range<Int>) -> Void) -> Int {
        guard let mark = LayoutMarks(text: text).range(around: index) else { return index + 1 }
        if text[index] == UInt8(ascii: "/"), mark.lowerBound > sentenceStart {
            // "… wrote on 08/16/2000 03:48 PM" belongs together.
            if !text.has(" on ", at: mark.lowerBound - 4), !text.has(" at ", at: mark.lowerBound - 4) {
                cut(at: mark.lowerBound, emit)
                sentenceStart = mark.lowerBound
            }
        }
        let next = skipBlanks(from: mark.upperBound)
        guard next < text.count else { return next }
        cut(at: mark.upperBound, emit)
        sentenceStart = next
        return next
    }

    /// Ends the sentence before an index, blanks left out.
    private func cut(at index: Int, _ emit: (Range<Int>) -> Void) {
        var end = index
        while end > sentenceStart, text.bytes[end - 1] <= 0x20 { end -= 1 }
        if end > sentenceStart { emit(sentenceStart..<end) }
    }

    private func skipBlanks(from start: Int) -> Int {
        var index = start
        while index < text.count {
            let length = text.blankLength(at: index)
            guard length > 0 else { break }
            index += length
        }
        return index
    }

    /// The run of marks that starts at an index; nil when no sentence mark stands there.
    private func marks(at start: Int) -> SentenceEnd? {
        var candidate = SentenceEnd(mark: .fullStop, start: start, end: start)
        if text[start] == UInt8(ascii: ":") || text[start] == UInt8(ascii: ";") {
            guard text[start - 1] == 0x20, let end = endOfEmoticon(at: start) else { return nil }
            candidate.mark = .exclamation
            candidate.end = end
            return candidate
        }
        guard take(&candidate) else { return nil }
        return candidate
    }

    /// Takes the marks at the candidate's end; false when there are none.
    private func take(_ candidate: inout SentenceEnd) -> Bool {
        let start = candidate.end
        while candidate.end < text.count {
            let (value, length) = text.scalar(at: candidate.end)
            switch value {
            case 0x2E:
                candidate.fullStops += 1
                if candidate.fullStops > 1, candidate.mark == .fullStop { candidate.mark = .ellipsis }
            case 0x20 where candidate.fullStops > 0 && text[candidate.end + 1] == 0x2E:
                // `. . .`, but neither ` .NET` nor ` .5`.
                guard text[candidate.end + 2] <= 0x2E || text[candidate.end + 2] >= 0x80 else {
                    return candidate.end > start
                }
                // A sentence that ends before an ellipsis: `compounds. . . . The`.
                if candidate.fullStops == 1, text[start - 1] > 0x20, text.has(" . . . ", at: candidate.end) {
                    return true
                }
                candidate.isSpaced = true
            case 0x2026:
                candidate.fullStops += 3
                if candidate.mark == .fullStop { candidate.mark = .ellipsis }
            case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049, 0x061F, 0x37E:
                candidate.mark = .exclamation
            case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x0964, 0x0965, 0x06D4, 0x0589, 0x1362, 0x1367, 0x17D4, 0x104B:
                candidate.mark = .unambiguous
            default: return candidate.end > start
            }
            candidate.end += length
        }
        return candidate.end > start
    }

    /// Takes what closes behind the marks, and the marks behind that (`?".`, `.).`).
    private func close(_ candidate: inout SentenceEnd) {
        while candidate.end < text.count {
            let (value, length) = text.scalar(at: candidate.end)
            switch value {
            case 0x22, 0x27, 0x2019, 0x201D, 0xBB, 0x203A, 0x300D, 0x300F, 0xFF02:
                candidate.closesQuote = true
                candidate.end += length
            case 0x201C where text.blankLength(at: candidate.end + length) > 0 || candidate.end + length == text.count:
                // The closing mark of German and its neighbours.
                candidate.closesQuote = true
                candidate.end += length
            case 0x29, 0x5D, 0x7D, 0xFF09, 0x3011, 0x300B, 0x3009:
                candidate.closesBracket = true
                candidate.end += length
            case 0x5B:
                guard let end = endOfNote(at: candidate.end) else { return }
                candidate.end = end
            case 0x20:
                let end = candidate.end
                takeTrailers(&candidate)
                if candidate.end == end { return }
            default: guard candidate.end > candidate.start, take(&candidate) else { return }
            }
        }
    }

    /// Takes what belongs to the sentence though a blank stands before it: notes (` [12]`), emoticons, and closing
    /// marks of texts that put a blank before every mark.
    private func takeTrailers(_ candidate: inout SentenceEnd) {
        while text[candidate.end] == 0x20 {
            let start = candidate.end + 1
            if let end = endOfNote(at: start) ?? endOfEmoticon(at: start) {
                candidate.end = end
            } else if candidate.mark != .ellipsis, text.blankLength(at: start + 1) > 0 || start + 1 == text.count {
                switch text[start] {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): candidate.closesQuote = true
                case UInt8(ascii: ")"): candidate.closesBracket = true
                default: return
                }
                candidate.end = start + 1
            } else {
                return
            }
        }
    }

    /// The end of `[12]` or `[citation needed]`, the marks of a note.
    private func endOfNote(at start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "[") else { return nil }
        if text.has("[...]", at: start), start + 5 == text.count { return start + 5 }
        var end = start + 1
        while text[end] != UInt8(ascii: "]") {
            let byte = text[end]
            guard byte.isDigit || byte.isLowercase || byte >= 0x80 || byte == 0x20 || byte == UInt8(ascii: "-"),
                end - start < 32
            else { return nil }
            end += 1
        }
        return text[start + 1].isDigit || text.has("needed", at: end - 6) ? end + 1 : nil
    }

    /// The end of `:)`, `;-(`, `:P` and the like.
    private func endOfEmoticon(at start: Int) -> Int? {
        guard text[start] == UInt8(ascii: ":") || text[start] == UInt8(ascii: ";") else { return nil }
        var end = start + 1
        if text[end] == UInt8(ascii: "-") { end += 1 }
        switch text[end] {
        case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"): end += 1
        default: return nil
        }
        while text[end] == text[end - 1] { end += 1 }
        return text[end].isAlphanumeric ? nil : end
    }

    /// Bytes of rulers and of time stamps.
    private static let separators: [UInt8] = [0x2A, 0x2D, 0x2F, 0x3D, 0x5F]

    /// Bytes that may start a sentence mark or a layout mark.
    static let interesting = ByteSet([
        0x21, 0x2A, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x5F,
        0xCD, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF,
    ])
}
