/// Tells headings, list items, quotes and captions from body text.
enum BlockKindRules {
    /// - Parameter next: the block of the article that follows.
    static func kind(of index: Int, among blocks: [TextBlock], next: Int?, in source: [UInt8]) -> ParagraphKind {
        let block = blocks[index]
        let measures = block.measures
        if measures.first == .bullet, measures.words > 0, startsWithMarker(source, block.range) { return .list }
        if source[block.range.lowerBound] == UInt8(ascii: ">") { return .quote }
        if isNumbered(source, block.range), index > 0 || index + 1 < blocks.count { return .list }
        if block.cue?.reason == .credit || isCaption(block, source) { return .caption }
        // A heading stands above text and ends no sentence.
        let isShort =
            measures.words > 0 && (measures.words <= 12 || (measures.uncased > 0 && measures.characters <= 24))
            && measures.characters <= 90
        if isShort, block.lines.count == 1, measures.last == .none,
            measures.first == .upper || measures.first == .digit || measures.first == .quote,
            let next, blocks[next].measures.isProse
        {
            return .heading
        }
        return .body
    }

    /// A bullet, dash or asterisk and white space.
    private static func startsWithMarker(_ source: [UInt8], _ range: Range<Int>) -> Bool {
        guard let space = source[range].prefix(5).firstIndex(of: 0x20) else { return source[range.lowerBound] >= 0xE2 }
        return space - range.lowerBound <= 4
    }

    /// `1. ` or `2) `
    private static func isNumbered(_ source: [UInt8], _ range: Range<Int>) -> Bool {
        let digits = source[range].prefix { (0x30...0x39).contains($0) }
        guard (1...2).contains(digits.count), digits.endIndex + 1 < range.upperBound else { return false }
        let mark = source[digits.endIndex]
        return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")) && source[digits.endIndex + 1] == 0x20
    }

    /// Ends in a credit: "… Image: Jane Doe.", "(Photo by …)"
    private static func isCaption(_ block: TextBlock, _ source: [UInt8]) -> Bool {
        guard (3...60).contains(block.measures.words) else { return false }
        let text = source[block.lines[block.lines.count - 1]].suffix(80)
        // Few sentences have what every mark has.
        guard text.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") })
        else { return false }
        return marks.contains { text.contains($0) }
    }

    private static let marks: [[UInt8]] = [
        " Image: ", " Photo: ", " Credit: ", "(Photo", "(Image", "(Foto", " Foto: ", " Bild: ", " Photograph: ",
        "(AP Photo", "/Getty Images", " Crédit: ", " Picture: ",
    ].map { Array($0.utf8) }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes stand somewhere in it.
    fileprivate func contains(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, count >= wanted.count else { return false }
        var index = startIndex
        while index + wanted.count <= endIndex {
            if self[index] == first, self[index..<(index + wanted.count)].elementsEqual(wanted) { return true }
            index += 1
        }
        return false
    }
}
