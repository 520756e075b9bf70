/// The stretch of blocks with the greatest sum of scores (Kadane's algorithm).
struct DensestRun {
    private(set) var range: Range<Int>

    init(_ scores: [Float]) {
        range = 0..<min(1, scores.count)
        var best = -Float.infinity
        var sum: Float = 0
        var start = 0
        for (index, score) in scores.enumerated() {
            if sum <= 0 {
                sum = 0
                start = index
            }
            sum += score
            if sum > best {
                best = sum
                range = start..<(index + 1)
            }
        }
    }
}
