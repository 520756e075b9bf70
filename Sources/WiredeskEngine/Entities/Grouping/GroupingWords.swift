/// Names that grouping treats apart.
enum GroupingWords {
    /// Keys of what the United Kingdom as a whole is called, unlike its nations.
    static let unitedKingdom: Set<UInt64> = Set(
        [
            ["united", "kingdom"], ["uk"], ["u.k."], ["britain"], ["great", "britain"], ["british"], ["briton"],
            ["britons"], ["brit"], ["brits"],
        ].map { words in
            words.reduce(0) { key, word in
                var hash = WordKey.seed
                for scalar in word.unicodeScalars { WordKey.add(scalar.value, to: &hash) }
                return WordKey.phrase(key, WordKey.finish(hash))
            }
        })
}
