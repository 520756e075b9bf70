import WiredeskEngine

/// Measures how reading time grows with pages made to be slow: the processor time at one size, at twice and at four
/// times that size. A step whose time is not linear shows as a factor of four where two is expected.
enum Growth {
    private static let sizes = [1 << 18, 1 << 19, 1 << 20]
    private static let rounds = 5

    static func printTable() {
        print("page: µs at \(sizes.map { "\($0 >> 10) KiB" }.joined(separator: ", ")); growth at each doubling")
        for page in PathologicalPage.allCases {
            let inputs = sizes.map { page.bytes($0) }
            var least = inputs.map { _ in Double.infinity }
            for _ in 0..<rounds {
                for (index, input) in inputs.enumerated() {
                    least[index] = min(least[index], Round(.reading, [input], passes: 1).processorSeconds)
                }
            }
            let times = least.map { "\(Int($0 * 1e6))" }.joined(separator: ", ")
            let factors = zip(least, least.dropFirst()).map { "\(Double(Int($1 / $0 * 100)) / 100)" }
            print("\(page.rawValue): \(times); \(factors.joined(separator: ", "))")
        }
    }
}
