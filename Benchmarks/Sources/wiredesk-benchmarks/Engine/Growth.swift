import WiredeskEngine

/// Measures how reading time grows with pages made to be slow: the processor time at one size, at twice and at four
/// times that size. A step whose time is not linear shows as a factor of four where two is expected.
enum Growth {
    private static let sizes = [1 << 18, 1 << 19, 1 << 20]
    private static let rounds = 5

    static func printTable() {
        var table = MarkdownTable("page", "256 KiB, µs", "512 KiB, µs", "1 MiB, µs", "growth", "growth")
        for page in PathologicalPage.allCases {
            let inputs = sizes.map { page.bytes($0) }
            var least = inputs.map { _ in Double.infinity }
            for _ in 0..<rounds {
                for (index, input) in inputs.enumerated() {
                    least[index] = min(least[index], Round(.reading, [input], passes: 1).processorSeconds)
                }
            }
            let times = least.map { Figure.text($0 * 1e6) }
            table.add(
                page.rawValue, times[0], times[1], times[2], Figure.text(least[1] / least[0]),
                Figure.text(least[2] / least[1]))
        }
        print(table.text)
    }
}
