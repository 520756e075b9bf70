/// Writes the numbers of one block one after the other, each as far from the one before as the row is wide.
struct FeatureRow {
    private let values: UnsafeMutableBufferPointer<Float>
    private let width: Int
    private var next: Int

    /// A row whose numbers stand side by side.
    init(_ values: UnsafeMutableBufferPointer<Float>) {
        self.values = values
        width = 1
        next = 0
    }

    /// One lane of rows that lie side by side.
    init(_ rows: UnsafeMutableBufferPointer<TreeEnsemble.Row>, lane: Int) {
        values = UnsafeMutableBufferPointer(
            start: UnsafeMutableRawPointer(rows.baseAddress)?.assumingMemoryBound(to: Float.self),
            count: rows.count * TreeEnsemble.lanes)
        width = TreeEnsemble.lanes
        next = lane
    }

    @inline(__always)
    mutating func add(_ value: Float) {
        values[next] = value
        next += width
    }

    /// Adds some of the numbers of a list.
    mutating func add(_ list: [Float], _ range: Range<Int>) {
        list.withUnsafeBufferPointer { for value in $0[range] { add(value) } }
    }

    mutating func addZeros(_ count: Int) { for _ in 0..<count { add(0 as Float) } }

    @inline(__always)
    mutating func add(_ value: Bool) { add(value ? 1 : 0) }

    @inline(__always)
    mutating func add(bits: UInt64, _ count: Int) {
        var left = bits
        while left != 0 {
            values[next + left.trailingZeroBitCount * width] = 1
            left &= left - 1
        }
        next += count * width
    }

    /// Leaves numbers zero.
    mutating func skip(_ count: Int) { next += count * width }

    /// To be called after the last number of the row.
    func finish() {
        assert(next / width * width == values.count, "\(next / width) features, \(values.count / width) expected")
    }
}
