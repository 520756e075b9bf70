/// How much a summary of one article may hold.
struct SummaryBudget {
    let sentences: Int
    let words: Int

    /// - Parameter lengths: words of each candidate.
    init(_ length: SummaryLength, lengths: [Int]) {
        switch length {
        case .sentences(let count): (sentences, words) = (count, .max)
        case .words(let count): (sentences, words) = (.max, count)
        case .ratio(let ratio):
            let total = Double(lengths.reduce(0, +))
            (sentences, words) = (.max, Int((total * min(max(ratio, 0), 1)).rounded()))
        }
    }

    /// Whether so many sentences of the usual length fit.
    func hasRoom(for count: Int, of lengths: [Int]) -> Bool {
        sentences >= count && words >= lengths.reduce(0, +) * count / max(1, lengths.count)
    }
}
