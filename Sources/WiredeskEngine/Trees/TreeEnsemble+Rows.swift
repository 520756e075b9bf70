extension TreeEnsemble {
    /// A millisecond's work.
    private static let rowsBetweenChecks = 512

    /// The score of each of some items.
    ///
    /// - Parameters:
    ///   - width: numbers of a row.
    ///   - fill: writes those of an item.
    func scores<Item>(
        of items: [Item], width: Int, interruption: Interruption, fill: (_ row: inout FeatureRow, _ item: Item) -> Void
    ) throws(WiredeskError) -> [Float] {
        var rows = [Row](repeating: .zero, count: width)
        var scores: [Float] = []
        scores.reserveCapacity(items.count)
        for start in stride(from: 0, to: items.count, by: Self.lanes) {
            if start % Self.rowsBetweenChecks == 0 { try interruption.check() }
            let chosen = items[start..<min(items.count, start + Self.lanes)]
            let found = rows.withUnsafeMutableBufferPointer { rows in
                for (lane, item) in chosen.enumerated() {
                    var row = FeatureRow(rows, lane: lane)
                    fill(&row, item)
                    row.finish()
                }
                return self.scores(UnsafeBufferPointer(rows))
            }
            for lane in 0..<chosen.count { scores.append(found[lane]) }
        }
        return scores
    }
}
