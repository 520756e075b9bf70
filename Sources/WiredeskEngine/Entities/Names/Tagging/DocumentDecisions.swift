/// How often the first pass gave each label to each word that the document capitalises.
struct DocumentDecisions {
    struct Labels {
        fileprivate var counts = SIMD32<UInt16>(repeating: 0)
        fileprivate var total: UInt16 = 0

        /// The label it has most often, the first on a tie.
        fileprivate(set) var most: UInt32 = 0

        var isFrequent: Bool { total > 3 }

        /// The share of a label in quarters, rounded.
        @inline(__always)
        func quarters(_ label: Int) -> Int {
            counts[label] == 0 ? 0 : (Int(counts[label]) * 8 + Int(total)) / (2 * Int(total))
        }
    }

    private var entries: [Labels]

    init(_ input: TaggerInput, labels: [UInt8]) {
        entries = Array(repeating: Labels(), count: input.entries)
        for (index, label) in labels.enumerated() where input.words[index].entry >= 0 {
            let entry = Int(input.words[index].entry)
            // More occurrences than a text has names, and no overflow.
            guard entries[entry].total < 4000 else { continue }
            entries[entry].counts[Int(label)] += 1
            entries[entry].total += 1
        }
        for entry in entries.indices {
            var most = 0
            for label in 1..<NameLabel.count where entries[entry].counts[label] > entries[entry].counts[most] {
                most = label
            }
            entries[entry].most = UInt32(most)
        }
    }

    @inline(__always)
    subscript(entry: Int) -> Labels { entries[entry] }
}
