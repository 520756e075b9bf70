/// A few numbers in short; nothing but zeros where there are none.
struct Moments {
    let count: Int
    let lowest: Float
    let highest: Float
    let sum: Float
    /// The standard deviation.
    let deviation: Float

    var mean: Float { sum / Float(max(1, count)) }

    init(_ numbers: [Float]) {
        count = numbers.count
        lowest = numbers.min() ?? 0
        highest = numbers.max() ?? 0
        sum = numbers.reduce(0, +)
        let mean = sum / Float(max(1, count))
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        deviation = (squares / Float(max(1, count))).squareRoot()
    }
}
