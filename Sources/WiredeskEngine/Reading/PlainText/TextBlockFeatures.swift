/// What the classifier sees of a text: for each block its own features, and features of its surroundings.
struct TextBlockFeatures {
    /// Features of a block by itself; the classifier also sees those of its neighbours.
    static let ownCount = 50
    /// Features of a block's place in the text.
    static let contextCount = 45

    /// `ownCount` for each block.
    private(set) var own: [Float]
    /// `contextCount` for each block.
    private(set) var context: [Float]

    init(_ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>) {
        own = [Float](repeating: 0, count: blocks.count * Self.ownCount)
        context = [Float](repeating: 0, count: blocks.count * Self.contextCount)
        guard !blocks.isEmpty else { return }
        fillOwn(blocks, in: bytes)
        fillContext(blocks)
    }

    private mutating func fillOwn(_ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>) {
        var total: [UInt64: Int] = [:]
        for block in blocks { total[block.measures.hash, default: 0] += 1 }
        var seen: Set<UInt64> = []
        let title = FoldedWords(bytes, blocks[0].lines, limit: CueFinder.maximumWords)
        let titleWords = Set(title.hashes(ofWordsFrom: 4))
        for (index, block) in blocks.enumerated() {
            let measures = block.measures
            let words = index == 0 ? title : FoldedWords(bytes, block.lines, limit: CueFinder.maximumWords)
            var next = index * Self.ownCount
            func put(_ value: Float) {
                own[next] = value
                next += 1
            }
            func put(_ flag: Bool) { put(flag ? 1 : 0) }
            func share(_ part: Int, _ whole: Int) -> Float { whole == 0 ? 0 : Float(part) / Float(whole) }

            put(1)
            put(Self.log2(measures.characters) / 10)
            put(Self.log2(measures.words) / 8)
            put(share(measures.capitalized, measures.words))
            put(share(measures.allCaps, measures.words))
            put(share(measures.shortLower, measures.words))
            put(share(measures.lower, measures.words))
            put(share(measures.numbers, measures.words))
            put(share(measures.digits, measures.characters))
            put(min(1, share(measures.commas * 4, measures.words)))
            put(Self.log2(measures.innerEnds) / 4)
            put(measures.quotes > 0)
            put(Float(min(measures.dividers, 3)) / 3)
            put(measures.addresses > 0)
            put(share(measures.uncased, measures.letters))
            put(measures.last == .sentence)
            put(measures.last == .colon)
            put(measures.last == .comma)
            put(measures.last == .ellipsis)
            put(measures.last == .none)
            put(measures.first == .upper)
            put(measures.first == .lower)
            put(measures.first == .digit)
            put(measures.first == .closing)
            put(measures.first == .bullet)
            put(measures.first == .quote)
            put(measures.isProse)
            put(measures.isFragment)
            put(Self.log2((total[measures.hash] ?? 1) - 1) / 3)
            put(!seen.insert(measures.hash).inserted)
            put(Float(min(block.blanksBefore, 2)) / 2)
            put(index + 1 < blocks.count ? Float(min(blocks[index + 1].blanksBefore, 2)) / 2 : 1)
            put(block.lines.count > 1)
            put(index > 0 && Self.repeatsTitle(block, words, title))
            put(measures.words == 0)
            for reason in Self.cueReasons {
                let cue = block.cue.flatMap { $0.reason == reason ? $0 : nil }
                put(cue.map { Float($0.strength.rawValue + 1) / 3 } ?? 0)
            }
            put(block.cue != nil)
            put(measures.isDateLike)
            put(index > 0 ? Self.sharedWithTitle(words, titleWords) : 0)
        }
    }

    static let cueReasons: [RemovalReason] = [
        .navigation, .advertisement, .consent, .related, .subscription, .social, .comments, .credit, .legal,
        .boilerplate, .byline, .dateline,
    ]

    /// Whether the text's first line, which a dump takes from the page's title, begins with this block's words.
    private static func repeatsTitle(_ block: TextBlock, _ words: FoldedWords, _ title: FoldedWords) -> Bool {
        (3...CueFinder.maximumWords).contains(block.measures.words) && title.letters.starts(with: words.letters)
    }

    /// The share of the block's longer words that the text's first line has too.
    private static func sharedWithTitle(_ folded: FoldedWords, _ titleWords: Set<UInt64>) -> Float {
        guard !titleWords.isEmpty else { return 0 }
        let words = folded.hashes(ofWordsFrom: 4)
        guard !words.isEmpty else { return 0 }
        return Float(words.count { titleWords.contains($0) }) / Float(words.count)
    }

    /// Radii, in blocks, of the windows that surroundings are summed over.
    private static let radii = [2, 6, 16]

    /// Cues whose distance tells which part of a page a block stands in.
    private static let landmarks: [RemovalReason] = [
        .comments, .related, .subscription, .social, .legal, .navigation, .dateline, .byline,
    ]

    private mutating func fillContext(_ blocks: [TextBlock]) {
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
            var next = index * Self.contextCount
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

    private static let repeatsTitleIndex = 33

    /// Whether the text's first line begins with this block's words.
    func repeatsTitle(_ block: Int) -> Bool { own[block * Self.ownCount + Self.repeatsTitleIndex] > 0 }

    /// For each block how near the last marked block before it is: 1 at once, falling by half every six blocks, 0 where
    /// there is none.
    private func distances(_ marks: [Bool]) -> [Float] {
        var nearness: Float = 0
        return marks.map { isMarked in
            nearness = isMarked ? 1 : nearness * 0.89
            return nearness
        }
    }

    /// The logarithm of one more than a count.
    private static func log2(_ count: Int) -> Float {
        guard count > 0 else { return 0 }
        // Between powers of two a straight line is near enough, and the same on every machine.
        let value = UInt64(count) + 1
        let power = 63 - value.leadingZeroBitCount
        return Float(power) + Float(value - (1 << UInt64(power))) / Float(UInt64(1) << UInt64(power))
    }
}
