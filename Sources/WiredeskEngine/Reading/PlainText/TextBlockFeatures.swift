/// What the classifier sees of a text: for each block its own features, and features of its surroundings.
struct TextBlockFeatures {
    /// Features of a block by itself; the classifier also sees those of its neighbours.
    static let ownCount = 50
    /// Features of a block's place in the text.
    static let contextCount = placeCount + surroundingsCount

    /// `ownCount` for each block.
    private(set) var own: [Float]
    /// `contextCount` for each block.
    var context: [Float]

    /// A millisecond's work.
    static let blocksBetweenChecks = 256

    init(_ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>, interruption: Interruption) throws(WiredeskError)
    {
        own = [Float](repeating: 0, count: blocks.count * Self.ownCount)
        context = [Float](repeating: 0, count: blocks.count * Self.placeCount)
        guard !blocks.isEmpty else { return }
        try fillOwn(blocks, in: bytes, interruption)
        try fillPlace(blocks, interruption)
        try fillSurroundings(blocks, in: bytes, interruption)
    }

    private mutating func fillOwn(
        _ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>, _ interruption: Interruption
    ) throws(WiredeskError) {
        var total: [UInt64: Int] = [:]
        for block in blocks { total[block.measures.hash, default: 0] += 1 }
        var seen: Set<UInt64> = []
        let title = FoldedWords(bytes, blocks[0].lines, limit: CueFinder.maximumWords)
        let titleWords = Set(title.hashes(ofWordsFrom: 4))
        for (index, block) in blocks.enumerated() {
            if index % Self.blocksBetweenChecks == 0 { try interruption.check() }
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

    static let repeatedIndex = 28
    static let repeatsTitleIndex = 33

    /// Whether the text's first line begins with this block's words.
    func repeatsTitle(_ block: Int) -> Bool { own[block * Self.ownCount + Self.repeatsTitleIndex] > 0 }

    /// The logarithm of one more than a count.
    static func log2(_ count: Int) -> Float {
        guard count > 0 else { return 0 }
        // Between powers of two a straight line is near enough, and the same on every machine.
        let value = UInt64(count) + 1
        let power = 63 - value.leadingZeroBitCount
        return Float(power) + Float(value - (1 << UInt64(power))) / Float(UInt64(1) << UInt64(power))
    }
}
