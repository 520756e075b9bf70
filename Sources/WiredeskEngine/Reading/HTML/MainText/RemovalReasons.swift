/// Tells why a block is not part of the article, from its words and its markup.
struct RemovalReasons {
    private let page: Page
    private let features: PageFeatures

    init(_ page: Page, _ features: PageFeatures) {
        self.page = page
        self.features = features
    }

    func reason(for index: Int) -> RemovalReason {
        let block = page.blocks[index]
        let element = page.elements[Int(block.element)]
        let shape = features.shapes[index]
        let near = element.own.union(block.inline)
        let cues = features.cues[index]
        if features.shares[index].title > 0.85, element.tag.isHeading || near.contains(.title) { return .title }
        if let reason = byWords(cues.atStart, shape) { return reason }
        if let reason = byMarkup(near, shape) { return reason }
        if let reason = byMarkup(element.path, shape) { return reason }
        if let reason = byContext(element.around) { return reason }
        if let reason = byWords(cues.anywhere, shape) { return reason }
        let linkShare = Float(block.linkBytes) / Float(max(1, block.count))
        if linkShare > 0.5 { return shape.words <= 3 ? .navigation : .related }
        return .boilerplate
    }

    private func byWords(_ cues: PhraseCue, _ shape: BlockShape) -> RemovalReason? {
        if cues.contains(.legal) { return .legal }
        if cues.contains(.consent) { return .consent }
        guard shape.words <= 30 else { return nil }
        if cues.contains(.subscription) { return .subscription }
        if cues.contains(.comments) { return .comments }
        if cues.contains(.related) { return .related }
        if cues.contains(.advertisement) { return .advertisement }
        guard shape.words <= 12 else { return nil }
        if cues.contains(.social) { return .social }
        if cues.contains(.credit) { return .credit }
        if cues.contains(.dateline) || (cues.contains(.month) && shape.digits > 0) { return .dateline }
        if cues.contains(.byline) { return .byline }
        if cues.contains(.navigation) || cues.contains(.tags) { return .navigation }
        return nil
    }

    private func byMarkup(_ evidence: MarkupEvidence, _ shape: BlockShape) -> RemovalReason? {
        if evidence.contains(.comments) { return .comments }
        if evidence.contains(.consent) { return .consent }
        if evidence.contains(.share) { return .social }
        if evidence.contains(.subscription) { return .subscription }
        if evidence.contains(.advertisement) { return .advertisement }
        if evidence.contains(.related) || evidence.contains(.popular) { return .related }
        if evidence.contains(.navigation) || evidence.contains(.tags) { return .navigation }
        if evidence.contains(.legal) { return .legal }
        guard shape.words <= 20 else { return nil }
        if evidence.contains(.credit) { return .credit }
        if evidence.contains(.byline) { return .byline }
        if evidence.contains(.date) { return .dateline }
        return nil
    }

    private func byContext(_ around: PageContext) -> RemovalReason? {
        if around.contains(.nav) { return .navigation }
        if around.contains(.figcaption) || around.contains(.figure) { return .credit }
        return nil
    }
}
