/// Makes blocks of lines: rejoins paragraphs that were wrapped at a column, and sentences that a dump of a page's text
/// nodes broke at every link and bold word.
struct LineJoiner {
    private let lines: [TextLine]
    private let measures: [BlockMeasures]
    private let cues: [Cue?]
    /// The column that the text is wrapped at, nil where it is not.
    private let width: Int?

    /// A millisecond's work.
    private static let linesBetweenChecks = 512

    init(_ lines: [TextLine], in bytes: UnsafeBufferPointer<UInt8>, interruption: Interruption) throws(WiredeskError) {
        self.lines = lines
        var measures: [BlockMeasures] = []
        var cues: [Cue?] = []
        measures.reserveCapacity(lines.count)
        cues.reserveCapacity(lines.count)
        let finder = CueFinder.shared
        for (index, line) in lines.enumerated() {
            if index % Self.linesBetweenChecks == 0 { try interruption.check() }
            let measured = BlockMeasures(bytes, line.range)
            measures.append(measured)
            let isShort = measured.words <= CueFinder.maximumWords
            cues.append(
                isShort ? finder.cue(in: FoldedWords(bytes, [line.range], limit: CueFinder.maximumWords + 1)) : nil)
        }
        self.measures = measures
        self.cues = cues
        width = WrapDetector.width(of: lines, measures: measures, in: bytes)
    }

    func blocks(in bytes: UnsafeBufferPointer<UInt8>) -> [TextBlock] {
        var blocks: [TextBlock] = []
        blocks.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            if let last = blocks.indices.last, joins(index, after: blocks[last], in: bytes) {
                blocks[last].lines.append(line.range)
                blocks[last].measures.add(bytes, line.range)
                continue
            }
            blocks.append(
                TextBlock(
                    lines: [line.range], blanksBefore: line.blanksBefore, measures: measures[index], cue: cues[index]))
        }
        return blocks
    }

    private func joins(_ index: Int, after block: TextBlock, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let line = lines[index]
        if let width, line.blanksBefore == 0 {
            let before = lines[index - 1]
            let isIndented = line.indent >= before.indent + 2
            return !isIndented && WrapDetector.isFull(before, measures[index - 1], next: line, width: width, in: bytes)
        }
        guard line.blanksBefore <= 1, !isFurniture(cues[index]), !isFurniture(block.cue) else { return false }
        return isBrokenSentence(block.measures, index)
    }

    /// Whether the line goes on with the sentence that the block has not ended.
    private func isBrokenSentence(_ before: BlockMeasures, _ index: Int) -> Bool {
        let line = measures[index]
        let isApart = lines[index].blanksBefore > 0
        let isRunning = before.words >= 4 && before.lower * 2 >= before.words
        let isLong = line.words >= 5 && line.lower * 2 >= line.words
        if line.first == .closing { return isRunning || isLong || (before.words > 0 && line.words == 0) }
        if before.endsSentence || before.last == .colon { return false }
        if line.first == .lower, line.uncased == 0 {
            return isApart ? isRunning && isLong : (before.words >= 3 && (isRunning || isLong)) || isLong
        }
        guard !isApart else { return false }
        // A dash or a quotation in the middle of a sentence.
        if isRunning, line.beginsInLowerCase, line.uncased == 0, line.first == .other || line.first == .quote {
            return true
        }
        if before.endsInJoiningWord, before.words >= 2, continues(after: index, line) { return true }
        guard isRunning else { return false }
        if before.last == .opening || before.last == .comma { return true }
        if before.endsInJoiningWord { return true }
        return before.words >= 6 && continues(after: index, line)
    }

    /// Whether the line is a link in the middle of a sentence: short, and the sentence goes on behind it.
    private func continues(after index: Int, _ line: BlockMeasures) -> Bool {
        guard line.words <= 8, !line.endsSentence, index + 1 < lines.count, lines[index + 1].blanksBefore == 0 else {
            return false
        }
        let after = measures[index + 1]
        guard !isFurniture(cues[index + 1]) else { return false }
        return after.first == .closing
            || (after.first == .lower && (after.words >= 3 || after.commonWords == after.words))
    }

    /// Whether the wording says that no sentence stands here.
    private func isFurniture(_ cue: Cue?) -> Bool {
        guard let cue else { return false }
        switch cue.reason {
        case .byline, .credit: return cue.strength == .whole
        default: return cue.strength > .held
        }
    }
}
