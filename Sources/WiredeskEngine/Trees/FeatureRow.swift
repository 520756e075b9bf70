/// Writes the numbers of one row one after the other, into its lane of the rows that `TreeEnsemble` looks at together.
struct FeatureRow {
    private let values: UnsafeMutableBufferPointer<Float>
    private var next: Int

    /// One lane of rows that lie side by side.
    init(_ rows: UnsafeMutableBufferPointer<TreeEnsemble.Row>, lane: Int) {
        values = UnsafeMutableBufferPointer(
            start: UnsafeMutableRawPointer(rows.baseAddress)?.assumingMemoryBound(to: Float.self),
            count: rows.count * TreeEnsemble.lanes)
        next = lane
    }

    @inline(__always)
    mutating func add(_ value: Float) {
        values[next] = value
        next += TreeEnsemble.lanes
    }

    /// Adds some of the numbers of a list.
    mutating func add(_ list: [Float], _ range: Range<Int>) {
        list.withUnsafeBufferPointer { for value in $0[range] { add(value) } }
    }

    mutating func addZeros(_ count: Int) { for _ in 0..<count { add(0 as Float) } }

    @inline(__always)
    mutating func add(_ value: Bool) { add(value ? 1 : 0) }

    /// To be called after the last number of the row.
    func finish() {
        let lanes = TreeEnsemble.lanes
        assert(next / lanes * lanes == values.count, "\(next / lanes) features, \(values.count / lanes) expected")
    }
}
