/// One class for all mentions of a name in a document, as far as the single mentions do not speak against it (one sense
/// per discourse: Gale, Church and Yarowsky, 1992).
enum NameVote {
    static func apply(to names: inout [TaggedName], in text: LexedText) {
        let keys = names.map { text.key(ofLexemes: $0.lexemes) }
        var slots = EntrySlots(capacity: names.count)
        var sums: [(total: SIMD4<Int32>, count: Int32)] = []
        for (index, key) in keys.enumerated() {
            let entry = slots.insert(key)
            if entry == sums.count { sums.append((.zero, 0)) }
            sums[entry].total &+= names[index].scores
            sums[entry].count += 1
        }
        for (index, key) in keys.enumerated() {
            guard let entry = slots.find(key), sums[entry].count > 1 else { continue }
            let others = (sums[entry].total &- names[index].scores) / (sums[entry].count - 1)
            let scores = names[index].scores &+ others
            var best = names[index].nameClass
            for nameClass in 0..<NameLabel.classes where scores[nameClass] > scores[best] { best = nameClass }
            names[index].nameClass = best
        }
    }
}
