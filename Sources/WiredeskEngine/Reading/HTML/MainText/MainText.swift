/// Decides which blocks of a page are its article.
struct MainText {
    /// Above it a block belongs to the article.
    static let threshold: Float = 0.42

    let page: Page
    let features: PageFeatures
    let probabilities: [Float]
    /// Nil for the article's blocks, otherwise why a block is left out.
    private(set) var verdicts: [RemovalReason?] = []

    init(_ page: Page, interruption: Interruption) throws(WiredeskError) {
        self.page = page
        features = try PageFeatures(page, interruption: interruption)
        probabilities = try BlockClassifier.shared.probabilities(
            features, count: page.blocks.count, interruption: interruption)
        var keeps = probabilities.map { $0 > Self.threshold }
        keepSomething(&keeps)
        dropComments(&keeps)
        dropTrailingHeadings(&keeps)
        let reasons = RemovalReasons(page, features)
        var kept = Set<ArraySlice<UInt8>>()
        verdicts = keeps.indices.map { index in
            guard keeps[index] else { return reasons.reason(for: index) }
            // A teaser box may say again what a paragraph says; short lines such as "Yes." may well be said twice.
            guard features.shapes[index].characters >= 40 else { return nil }
            return kept.insert(page.text[page.blocks[index].range]).inserted ? nil : .duplicate
        }
    }

    /// A page that the classifier finds nothing on gives what its likeliest element holds.
    private func keepSomething(_ keeps: inout [Bool]) {
        guard !keeps.contains(true) else { return }
        let main = features.containers.main
        for index in keeps.indices where features.containers.contains(main, Int(page.blocks[index].element)) {
            keeps[index] = page.blocks[index].linkBytes * 2 < page.blocks[index].end - page.blocks[index].start
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
