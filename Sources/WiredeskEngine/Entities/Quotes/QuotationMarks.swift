/// Pairs quotation marks, paragraph by paragraph, in the styles of the languages (CLDR's delimiters): “…” "…" „…“ «…»
/// »…« 「…」 ‚…‘ and, where a text has no double ones, ‘…’.
struct QuotationMarks {
    private let document: Document
    private let usesSingle: Bool

    init(_ document: Document) {
        self.document = document
        usesSingle = !document.text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index + 2 < bytes.count {
                if bytes[index] == 0x22 { return true }
                if bytes[index] == 0xE2, bytes[index + 1] == 0x80, (0x9C...0x9E).contains(bytes[index + 2]) {
                    return true
                }
                if bytes[index] == 0xC2, bytes[index + 1] == 0xAB { return true }
                index += 1
            }
            return false
        }
    }

    /// The quoted stretches of a paragraph's tokens, in order; those inside another are part of it.
    ///
    /// - Parameter isOpen: the paragraph before left its quotation open; where this one closes it without opening one of
    ///   its own, the speech began with the paragraph.
    func stretches(in tokens: Range<Int>, paragraph: Int, isOpen: Bool) -> [QuotedStretch] {
        var found: [QuotedStretch] = []
        var open: (index: Int, closers: [UInt32])?
        var mayGoOn = isOpen
        for index in tokens where document.tokens[index].kind == .mark {
            let mark = scalar(of: index)
            if let current = open {
                guard current.closers.contains(mark) else { continue }
                if mark == 0x2019 || mark == 0x27, !closesSingle(index) { continue }
                found.append(QuotedStretch(tokens: current.index..<index + 1, paragraph: paragraph, isClosed: true))
                open = nil
            } else if let closers = closers(of: mark), opens(index, mark, in: tokens) {
                open = (index, closers)
                mayGoOn = false
            } else if mayGoOn, mark == 0x22 || mark == 0x201D || mark == 0xBB {
                found.append(
                    QuotedStretch(
                        tokens: tokens.lowerBound..<index + 1, paragraph: paragraph, isClosed: true, goesOn: true))
                mayGoOn = false
            }
        }
        if let open {
            found.append(QuotedStretch(tokens: open.index..<tokens.upperBound, paragraph: paragraph, isClosed: false))
        }
        return found
    }

    private func scalar(of token: Int) -> UInt32 {
        document.text.withUnsafeBufferPointer { UTF8Text($0).scalar(at: Int(document.tokens[token].start)).value }
    }

    private func closers(of mark: UInt32) -> [UInt32]? {
        switch mark {
        case 0x22: [0x22, 0x201D]
        case 0x201C: [0x201D, 0x22]
        case 0x201D: [0x201D]
        case 0x201E: [0x201C, 0x201D]
        case 0xAB: [0xBB]
        case 0xBB: [0xAB]
        case 0x300C: [0x300D]
        case 0x300E: [0x300F]
        case 0x201A where usesSingle: [0x2018]
        case 0x2018 where usesSingle: [0x2019]
        default: nil
        }
    }

    /// Whether a mark that can open does: what follows it is glued to it, and what comes before is not. A mark that
    /// only looks like one, as in `5'10"`, does not.
    private func opens(_ index: Int, _ mark: UInt32, in tokens: Range<Int>) -> Bool {
        guard index + 1 < tokens.upperBound else { return false }
        let token = document.tokens[index]
        let isGluedBefore = index > tokens.lowerBound && document.tokens[index - 1].end == token.start
        switch mark {
        case 0x22, 0x2018, 0x201D:
            if mark == 0x22, document.tokens[index + 1].start > token.end { return false }
            return !isGluedBefore || document.tokens[index - 1].kind == .mark
        case 0xBB: return !isGluedBefore && document.tokens[index + 1].start == token.end
        default: return true
        }
    }

    /// An apostrophe after a word closes only before a space or a mark.
    private func closesSingle(_ index: Int) -> Bool {
        guard index + 1 < document.tokens.count else { return true }
        let next = document.tokens[index + 1]
        return next.start > document.tokens[index].end || next.kind == .mark
    }
}
