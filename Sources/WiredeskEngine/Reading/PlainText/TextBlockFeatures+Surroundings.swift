/// Features that trees can use as they are: counts and distances rather than numbers from 0 to 1.
extension TextBlockFeatures {
    static let surroundingsCount = 93

    /// Radii, in blocks, of the windows over what stands before and after.
    private static let reaches = [2, 5, 12, 30]
    /// Blocks on each side in which lines of a kind are counted.
    private static let markReach = 8

    mutating func fillSurroundings(
        _ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>, _ interruption: Interruption
    ) throws(WiredeskError) {
        let count = blocks.count
        let measures = blocks.map(\.measures)
        var table = FeatureTable(rows: count, columns: Self.surroundingsCount)
        let characters = measures.map { Float($0.characters) }
        let prose = measures.map(\.isProse)
        let words = measures.map { Float($0.words) }
        let common = measures.map { Float($0.commonWords) }

        table.add(common)
        table.add(zip(common, words).map { $0 / max(1, $1) })
        table.add(measures.map { Float($0.letters) / Float(max(1, $0.words)) })
        table.add(characters)
        table.add(words)
        table.add(DensestRun(zip(prose, characters).map { $0 ? $1 : -0.5 * $1 - 20 }), characters)
        table.add(DensestRun(zip(prose, characters).map { $0 ? $1 : -$1 - 40 }), characters)
        table.add(DensestRun(zip(common, words).map { $0 - 0.5 - 0.1 * $1 }), characters)

        try interruption.check()
        let repeated = blocks.indices.map { own[$0 * Self.ownCount + Self.repeatedIndex] > 0 }
        table.addDistances(prose, limit: 60)
        table.addDistances(zip(prose, characters).map { $0 && $1 > 80 }, limit: 60)
        table.addDistances(repeated, limit: 60)
        addWindows(&table, characters: characters, words: words, common: common, repeated: repeated)

        let lengths = measures.map { Self.log2($0.characters) }
        for offset in [-1, 1, -2, 2] {
            table.add(
                lengths.indices.map { abs(lengths[$0] - lengths[min(max($0 + offset, 0), lengths.count - 1)]) })
        }
        try interruption.check()
        let vocabulary = BlockVocabulary(blocks, shared: prose, in: bytes)
        table.add(vocabulary.shares)
        table.add(vocabulary.frequencies)

        let all = FeatureTable.sums(characters)
        table.add(constant: Float(blocks.count { $0.blanksBefore > 0 }) / Float(count))
        table.add(constant: all[count])
        table.add(Array(all[..<count]))
        table.add(all.dropFirst().map { all[count] - $0 })
        addMarks(&table, blocks, prose: prose)
        let place = context
        context = []
        context.reserveCapacity(count * Self.contextCount)
        for row in 0..<count {
            context += place[(row * Self.placeCount)..<((row + 1) * Self.placeCount)]
            context += table.row(row)
        }
    }

    /// How dense running text is before and after, in windows of several sizes.
    private func addWindows(
        _ table: inout FeatureTable, characters: [Float], words: [Float], common: [Float], repeated: [Bool]
    ) {
        let count = characters.count
        let characters = FeatureTable.sums(characters)
        let words = FeatureTable.sums(words)
        let common = FeatureTable.sums(common)
        let repeated = FeatureTable.sums(repeated.map { $0 ? 1 : 0 })
        for reach in Self.reaches {
            let low = (0..<count).map { max(0, $0 - reach) }
            let high = (0..<count).map { min(count, $0 + reach + 1) }
            table.add((0..<count).map { (common[$0] - common[low[$0]]) / (words[$0] - words[low[$0]] + 1) })
            table.add(
                (0..<count).map { (common[high[$0]] - common[$0 + 1]) / (words[high[$0]] - words[$0 + 1] + 1) })
            table.add((0..<count).map { (characters[$0] - characters[low[$0]]) / Float(reach) })
            table.add((0..<count).map { (characters[high[$0]] - characters[$0 + 1]) / Float(reach) })
            if reach == 5 {
                table.add((0..<count).map { (repeated[high[$0]] - repeated[low[$0]]) / Float(2 * reach + 1) })
            }
        }
    }

    /// How many lines of each telling kind stand before and after, near and far: the article's date comes once, the dates
    /// of comments come again and again.
    private func addMarks(_ table: inout FeatureTable, _ blocks: [TextBlock], prose: [Bool]) {
        let times = blocks.map { $0.measures.clockTimes > 0 && $0.range.count < 120 }
        let comments = blocks.map(\.measures.isCommentLine)
        table.add(times.map { $0 ? 1 : 0 })
        table.add(comments.map { $0 ? 1 : 0 })
        let reasons = blocks.map { block in block.cue.flatMap { $0.strength > .held ? $0.reason : nil } }
        let marks = [
            zip(blocks, times).map { $0.measures.isDateLike || $1 },
            zip(reasons, comments).map { $0 == .comments || $1 },
            reasons.map { $0 == .related },
            reasons.map { $0 == .subscription || $0 == .social },
            reasons.map { $0 == .legal || $0 == .consent },
            reasons.map { $0 == .byline || $0 == .dateline },
        ]
        let count = blocks.count
        for mark in marks {
            let sums = FeatureTable.sums(mark.map { $0 ? 1 : 0 })
            table.add((0..<count).map { min(15, sums[$0]) })
            table.add((0..<count).map { min(15, sums[count] - sums[$0 + 1]) })
            table.add((0..<count).map { sums[$0] - sums[max(0, $0 - Self.markReach)] })
            table.add((0..<count).map { sums[min(count, $0 + Self.markReach + 1)] - sums[$0 + 1] })
            table.addDistances(mark, limit: 40)
        }
        let proseSums = FeatureTable.sums(prose.map { $0 ? 1 : 0 })
        table.add((0..<count).map { min(40, proseSums[$0]) })
        table.add((0..<count).map { min(40, proseSums[count] - proseSums[$0 + 1]) })
        let titles = blocks.indices.map(repeatsTitle)
        table.addDistances(titles, limit: 60)
        let titleSums = FeatureTable.sums(titles.map { $0 ? 1 : 0 })
        table.add(Array(titleSums[..<count]))
    }
}
