extension TextBlockFeatures {
    /// Features of where in the text a block stands and what is near it.
    static let placeCount = 45

    /// Radii, in blocks, of the windows that surroundings are summed over.
    private static let radii = [2, 6, 16]

    /// Cues whose distance tells which part of a page a block stands in.
    private static let landmarks: [RemovalReason] = [
        .comments, .related, .subscription, .social, .legal, .navigation, .dateline, .byline,
    ]

    mutating func fillPlace(_ blocks: [TextBlock], _ interruption: Interruption) throws(WiredeskError) {
        let count = blocks.count
        // Sums up to each block, so that a window's sum is a difference.
        var prose = [Float](repeating: 0, count: count + 1)
        var all = prose
        var fragments = prose
        var cues = prose
        for (index, block) in blocks.enumerated() {
            let length = Float(block.measures.characters)
            prose[index + 1] = prose[index] + (block.measures.isProse ? length : 0)
            all[index + 1] = all[index] + length
            fragments[index + 1] = fragments[index] + (block.measures.isFragment ? 1 : 0)
            cues[index + 1] = cues[index] + (block.cue == nil ? 0 : 1)
        }
        var proseLengths = blocks.lazy.filter { $0.measures.isProse }.map { $0.measures.characters }.sorted()
        if proseLengths.isEmpty { proseLengths = [1] }
        let typical = Float(proseLengths[proseLengths.count / 2])
        let titleDistances = distances(blocks.indices.map { own[$0 * Self.ownCount + Self.repeatsTitleIndex] > 0 })
        let before = Self.landmarks.map { reason in
            distances(blocks.map { $0.cue?.reason == reason && $0.cue?.strength != .held })
        }
        let after = Self.landmarks.map { reason in
            Array(distances(blocks.reversed().map { $0.cue?.reason == reason && $0.cue?.strength != .held }).reversed())
        }
        let dates = blocks.map(\.measures.isDateLike)
        let datesBefore = distances(dates)
        let datesAfter = Array(distances(dates.reversed()).reversed())
        for index in 0..<count {
            if index % Self.blocksBetweenChecks == 0 { try interruption.check() }
            var next = index * Self.placeCount
            func put(_ value: Float) {
                context[next] = value
                next += 1
            }
            put(Float(index) / Float(count))
            put(all[index] / all[count])
            put(prose[count] > 0 ? prose[index] / prose[count] : 0)
            put(Self.log2(count) / 10)
            put(all[count] > 0 ? prose[count] / all[count] : 0)
            put(fragments[count] / Float(count))
            put(cues[count] / Float(count))
            put(Self.log2(Int(cues[count])) / 8)
            put(Self.log2(Int(prose[count])) / 14)
            put(min(4, Float(blocks[index].measures.characters) / typical) / 4)
            put(titleDistances[index])
            put(index == 0 ? 1 : 0)
            for radius in Self.radii {
                let low = max(0, index - radius)
                let high = min(count, index + radius + 1)
                put(Self.log2(Int(prose[index] - prose[low])) / 12)
                put(Self.log2(Int(prose[high] - prose[index + 1])) / 12)
                put((fragments[index] - fragments[low]) / Float(radius))
                put((fragments[high] - fragments[index + 1]) / Float(radius))
                put((cues[high] - cues[low]) / Float(2 * radius + 1))
            }
            for landmark in Self.landmarks.indices {
                put(before[landmark][index])
                put(after[landmark][index])
            }
            put(datesBefore[index])
            put(datesAfter[index])
        }
    }

    /// For each block how near the last marked block before it is: 1 at once, falling by half every six blocks, 0 where
    /// there is none.
    private func distances(_ marks: [Bool]) -> [Float] {
        var nearness: Float = 0
        return marks.map { isMarked in
            nearness = isMarked ? 1 : nearness * 0.89
            return nearness
        }
    }
}
