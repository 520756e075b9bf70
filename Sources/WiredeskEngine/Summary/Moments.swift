/// A few numbers in short; nothing but zeros where there are none.
struct Moments {
    let count: Int
    let lowest: Float
    let highest: Float
    let sum: Float
    /// The standard deviation.
    let deviation: Float

    var mean: Float { sum / Float(max(1, count)) }

    init(_ numbers: some Collection<Float>) {
        var (lowest, highest, sum): (Float, Float, Float) = (.infinity, -.infinity, 0)
        for number in numbers {
            lowest = min(lowest, number)
            highest = max(highest, number)
            sum += number
        }
        count = numbers.count
        let mean = sum / Float(max(1, count))
        var squares: Float = 0
        for number in numbers { squares += (number - mean) * (number - mean) }
        (self.lowest, self.highest) = count == 0 ? (0, 0) : (lowest, highest)
        self.sum = sum
        deviation = (squares / Float(max(1, count))).squareRoot()
    }
}
