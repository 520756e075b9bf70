/// Writes the numbers of one block one after the other.
struct FeatureRow {
    private let values: UnsafeMutableBufferPointer<Float>
    private var next = 0

    init(_ values: UnsafeMutableBufferPointer<Float>) { self.values = values }

    @inline(__always)
    mutating func add(_ value: Float) {
        values[next] = value
        next += 1
    }

    @inline(__always)
    mutating func add(_ value: Bool) { add(value ? 1 : 0) }

    @inline(__always)
    mutating func add(bits: UInt64, _ count: Int) {
        var left = bits
        while left != 0 {
            values[next + left.trailingZeroBitCount] = 1
            left &= left - 1
        }
        next += count
    }

    /// Leaves numbers zero.
    mutating func skip(_ count: Int) { next += count }

    func finish() { assert(next == values.count, "\(next) features, \(values.count) expected") }
}
