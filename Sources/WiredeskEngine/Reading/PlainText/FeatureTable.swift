/// Features column by column: a row a block.
struct FeatureTable {
    private let rows: Int
    private let columns: Int
    private var values: [Float]
    private var next = 0

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Float](repeating: 0, count: rows * columns)
    }

    func row(_ row: Int) -> ArraySlice<Float> { values[(row * columns)..<((row + 1) * columns)] }

    mutating func add(_ column: [Float]) {
        var index = next
        for value in column {
            values[index] = value
            index += columns
        }
        next += 1
    }

    mutating func add(constant: Float) { add([Float](repeating: constant, count: rows)) }

    /// Whether a block is in the run, how far it is from its ends, and the run's share of the text.
    mutating func add(_ run: DensestRun, _ characters: [Float]) {
        let first = run.range.lowerBound
        let last = run.range.upperBound - 1
        add((0..<rows).map { run.range.contains($0) ? 1 : 0 })
        add((0..<rows).map { Float(max(-60, min(60, $0 - first))) })
        add((0..<rows).map { Float(max(-60, min(60, last - $0))) })
        let inside = characters[run.range].reduce(0, +)
        add(constant: inside / (characters.reduce(0, +) + 1))
    }

    /// How many blocks back the last marked one is, and how many on the next.
    mutating func addDistances(_ marks: [Bool], limit: Int) {
        var distance = limit
        add(
            marks.map { isMarked in
                defer { distance = isMarked ? 1 : min(limit, distance + 1) }
                return Float(distance)
            })
        distance = limit
        add(
            marks.reversed().map { isMarked in
                defer { distance = isMarked ? 1 : min(limit, distance + 1) }
                return Float(distance)
            }.reversed())
    }

    /// Sums up to each row, so that a window's sum is a difference.
    static func sums(_ column: [Float]) -> [Float] {
        var sums: [Float] = [0]
        sums.reserveCapacity(column.count + 1)
        var sum: Float = 0
        for value in column {
            sum += value
            sums.append(sum)
        }
        return sums
    }
}
