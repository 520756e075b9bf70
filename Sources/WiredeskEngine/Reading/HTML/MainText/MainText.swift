/// Decides which blocks of a page are its article.
struct MainText {
    /// Above it a block belongs to the article, in its midst and outside it. What stands between two paragraphs of the
    /// article needs little to belong there; what stands before or after needs much.
    static let thresholds: (inside: Float, outside: Float) = (0.25, 0.62)
    /// What calls itself an advertisement, a teaser and the like needs as much to belong there, and more if its words and
    /// its markup agree.
    static let furnitureThresholds: (either: Float, both: Float) = (0.7, 0.95)
    /// A caption says what a picture shows, and seldom belongs to the text.
    static let captionThreshold: Float = 0.8
    /// Words of a line that leads elsewhere and of a label ("Advert", "More:") at most.
    private static let longestPointer: Float = 25
    private static let longestLabel: Float = 4
    /// Words of a teaser or an appeal at most.
    private static let longestFurniture: Float = 40
    /// Blocks at the article's head that may be its byline or its date, and words of either at most.
    private static let headLines = 4
    private static let longestHeadLine: Float = 20
    /// Share of a standfirst that the page's description has at least.
    private static let describing: Float = 0.8
    /// Characters.
    private static let shortestRepetition: Float = 40

    let page: Page
    let features: PageFeatures
    let probabilities: [Float]
    /// Nil for the article's blocks, otherwise why a block is left out.
    private(set) var verdicts: [RemovalReason?] = []

    init(
        _ page: Page, classifier: BlockClassifier = .shared, interruption: Interruption
    ) throws(WiredeskError) {
        self.page = page
        features = try PageFeatures(page, interruption: interruption)
        probabilities = try classifier.probabilities(page, features, interruption: interruption)
        var keeps = Self.choose(probabilities, features.shapes)
        dropFurniture(&keeps)
        dropHeadline(&keeps)
        keepSomething(&keeps)
        dropComments(&keeps)
        dropTrailingHeadings(&keeps)
        let reasons = RemovalReasons(page, features)
        verdicts = keeps.indices.map { keeps[$0] ? nil : reasons.reason(for: $0) }
        leaveOutRepetitions()
        leaveOutHeadLines()
        leaveOutStandfirst()
    }

    /// A standfirst, a pull quote or a teaser says again what a paragraph says: of elements of different templates the
    /// one stays that holds more of the article. One template says twice what is meant to be said twice, such as a step
    /// of a recipe, and so do short lines such as "Yes.".
    private mutating func leaveOutRepetitions() {
        let repeated = verdicts.indices.filter {
            verdicts[$0] == nil && features.isRepetition(of: $0)
                && features.shapes[$0].characters >= Self.shortestRepetition
        }
        guard !repeated.isEmpty else { return }
        var kept = [Float](repeating: 0, count: features.groups.counts.count)
        for index in verdicts.indices where verdicts[index] == nil {
            kept[features.groups.group(of: page.blocks[index].element)] += features.shapes[index].characters
        }
        var chosen: [UInt64: Int] = [:]
        for index in repeated {
            let group = features.groups.group(of: page.blocks[index].element)
            let other = chosen[features.hashes[index]] ?? group
            chosen[features.hashes[index]] = kept[group] > kept[other] ? group : other
        }
        for index in repeated
        where chosen[features.hashes[index]] != features.groups.group(of: page.blocks[index].element) {
            verdicts[index] = .duplicate
        }
    }

    /// The byline and the date stand among the first blocks, before or behind a standfirst.
    private mutating func leaveOutHeadLines() {
        let kept = verdicts.indices.filter { verdicts[$0] == nil }
        // An article of nothing else keeps them.
        guard kept.count > Self.headLines else { return }
        for index in kept.prefix(Self.headLines) where features.shapes[index].words <= Self.longestHeadLine {
            let text = String(decoding: page.text[page.blocks[index].range], as: UTF8.self)
            let words = Int(features.shapes[index].words)
            if HeadLine.byline(text, words: words) != nil {
                verdicts[index] = .byline
            } else if HeadLine.dateline(text, words: words) != nil {
                verdicts[index] = .dateline
            }
        }
    }

    /// What the page also gives as its description, and calls a subtitle, is no part of the story when it
    /// stands over it in an element of its own kind.
    private mutating func leaveOutStandfirst() {
        let kept = verdicts.indices.filter { verdicts[$0] == nil }
        guard kept.count > Self.headLines, let first = kept.first,
            features.shares[first].description > Self.describing
        else { return }
        let element = page.blocks[first].element
        guard page.elements[Int(element)].path.contains(.subtitle) else { return }
        let group = features.groups.group(of: element)
        let alone = features.shapes[first].characters
        let story = kept.dropFirst().reduce(into: [Int: Float]()) { sums, index in
            sums[features.groups.group(of: page.blocks[index].element), default: 0] += features.shapes[index].characters
        }
        if story[group, default: 0] == 0, story.values.contains(where: { $0 > alone }) { verdicts[first] = .title }
    }

    private static func choose(_ probabilities: [Float], _ shapes: [BlockShape]) -> [Bool] {
        let isCertain = probabilities.indices.map { probabilities[$0] > 0.75 && shapes[$0].characters > 60 }
        let first = isCertain.firstIndex(of: true) ?? probabilities.count
        let last = isCertain.lastIndex(of: true) ?? -1
        return probabilities.indices.map { index in
            probabilities[index] > (index >= first && index <= last ? thresholds.inside : thresholds.outside)
        }
    }

    private func dropFurniture(_ keeps: inout [Bool]) {
        let kinds: [(PhraseCue, MarkupEvidence)] = [
            (.related, .related), (.subscription, .subscription), (.social, .share), (.advertisement, .advertisement),
            (.consent, .consent), (.comments, .comments), (.credit, .credit),
        ]
        for index in keeps.indices where keeps[index] {
            let around = page.elements[Int(page.blocks[index].element)].around
            if around.contains(.figure), probabilities[index] < Self.captionThreshold { keeps[index] = false }
            guard features.shapes[index].words <= Self.longestFurniture else { continue }
            let path = page.elements[Int(page.blocks[index].element)].path
            if isPointer(index) || isCreditedCaption(index) { keeps[index] = false }
            for (cue, evidence) in kinds {
                let signs = (features.cues[index].atStart.contains(cue), path.contains(evidence))
                let needed = signs.0 && signs.1 ? Self.furnitureThresholds.both : Self.furnitureThresholds.either
                if signs.0 || signs.1, probabilities[index] < needed { keeps[index] = false }
            }
        }
    }

    /// "Read also: the old pier is sold", all or half of it a link, and labels such as "Advert", however likely they look.
    private func isPointer(_ index: Int) -> Bool {
        guard !features.cues[index].atStart.isDisjoint(with: .furniture) else { return false }
        let block = page.blocks[index]
        let words = features.shapes[index].words
        if words <= Self.longestLabel { return !page.elements[Int(block.element)].around.contains(.heading) }
        return words <= Self.longestPointer && block.linkBytes * 5 > Int32(block.count) * 2
    }

    private func isCreditedCaption(_ index: Int) -> Bool {
        features.cues[index].anywhere.contains(.credit)
            && page.elements[Int(page.blocks[index].element)].around.contains(.figcaption)
    }

    /// The headline is the title's. A few words over it name a section or a kind of story.
    private func dropHeadline(_ keeps: inout [Bool]) {
        let headline = features.totals.title
        guard headline >= 0 else { return }
        if page.elements[Int(page.blocks[headline].element)].tag.isHeading { keeps[headline] = false }
        for index in keeps.indices.prefix(headline) where keeps[index] {
            let shape = features.shapes[index]
            if shape.words <= 8, !shape.endsSentence { keeps[index] = false }
        }
    }

    /// A page that the classifier finds nothing on gives what its likeliest element holds, the whole page at last.
    private func keepSomething(_ keeps: inout [Bool]) {
        let main = features.containers.main
        for allowsLinks in [false, true] where !keeps.contains(true) {
            for (index, block) in page.blocks.enumerated()
            where features.containers.contains(main, Int(block.element)) {
                keeps[index] = allowsLinks || block.linkBytes * 2 < block.end - block.start
            }
        }
    }

    /// What stands in an element that calls itself comments is no article, however well it is written, unless the
    /// element holds most of it.
    private func dropComments(_ keeps: inout [Bool]) {
        var total: Float = 0
        var inComments: Float = 0
        let isComment = page.blocks.map { block in
            let element = page.elements[Int(block.element)]
            return element.path.contains(.comments) && !element.around.contains(.articleBody)
        }
        for index in keeps.indices where keeps[index] {
            total += features.shapes[index].characters
            if isComment[index] { inComments += features.shapes[index].characters }
        }
        guard total - inComments > 200 else { return }
        for index in keeps.indices where isComment[index] { keeps[index] = false }
    }

    /// A heading that nothing follows announces something that is not the article's.
    private func dropTrailingHeadings(_ keeps: inout [Bool]) {
        guard var index = keeps.lastIndex(of: true) else { return }
        while index >= 0 {
            if keeps[index] {
                let isHeading = page.elements[Int(page.blocks[index].element)].around.contains(.heading)
                guard isHeading, keeps[..<index].contains(true) else { return }
                keeps[index] = false
            }
            index -= 1
        }
    }
}
