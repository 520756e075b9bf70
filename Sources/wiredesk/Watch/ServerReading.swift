/// What a server said of itself in answer to `STATS`.
struct ServerReading {
    private let values: [Substring: Substring]

    /// - Parameter line: `key=value` pairs with blanks between them.
    init(_ line: String) {
        values = Dictionary(
            line.split(separator: " ").compactMap { pair in
                let parts = pair.split(separator: "=", maxSplits: 1)
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    func text(_ key: Substring) -> String? { values[key].map(String.init) }

    /// 0 where an older server does not say.
    func number(_ key: Substring) -> Int { values[key].flatMap { Int($0) } ?? 0 }

    /// How many requests took up to each bound, and more than the one before; the last bound is nil.
    var times: [(bound: Int?, count: Int)] {
        (values["times_us"] ?? "").split(separator: ",").compactMap { entry in
            let parts = entry.split(separator: ":")
            guard parts.count == 2, let count = Int(parts[1]) else { return nil }
            return (Int(parts[0]), count)
        }
    }
}
