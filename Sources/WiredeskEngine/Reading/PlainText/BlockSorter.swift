/// Sorts blocks into the article's and the page's.
struct BlockSorter {
    struct Sorting {
        /// For each block why it goes, nil where it stays.
        var reasons: [RemovalReason?]
        /// The first block that may be the article's title.
        var headStart: Int
    }

    private let blocks: [TextBlock]

    init(_ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>) {
        self.blocks = blocks
    }

    func sorting() -> Sorting {
        var reasons = [RemovalReason?](repeating: nil, count: blocks.count)
        let start = trimHead(&reasons)
        trimTail(&reasons)
        trimMiddle(&reasons)
        return Sorting(reasons: reasons, headStart: start)
    }

    private func trimHead(_ reasons: inout [RemovalReason?]) -> Int {
        var index = 0
        while index < blocks.count, let reason = furniture(index) {
            reasons[index] = reason
            index += 1
        }
        return index
    }

    private func trimTail(_ reasons: inout [RemovalReason?]) {
        var index = blocks.count - 1
        while index > 0, reasons[index] == nil, let reason = furniture(index) ?? tailOnly(index) {
            reasons[index] = reason
            index -= 1
        }
    }

    private func trimMiddle(_ reasons: inout [RemovalReason?]) {
        for index in blocks.indices where reasons[index] == nil {
            if let reason = furniture(index) { reasons[index] = reason }
        }
    }

    /// The reason for a block that is furniture wherever it stands.
    private func furniture(_ index: Int) -> RemovalReason? {
        guard let cue = blocks[index].cue, !blocks[index].measures.isProse else { return nil }
        switch cue.reason {
        case .byline, .dateline, .credit: return nil
        default:
            return cue.strength == .whole || (cue.strength == .begins && blocks[index].measures.words <= 8)
                ? cue.reason : nil
        }
    }

    /// The reason for a block that is furniture when nothing of the article follows.
    private func tailOnly(_ index: Int) -> RemovalReason? {
        let block = blocks[index]
        if block.measures.words == 0 { return .boilerplate }
        guard let cue = block.cue else { return nil }
        switch cue.reason {
        case .byline, .dateline, .credit: return nil
        default: return cue.reason
        }
    }
}
