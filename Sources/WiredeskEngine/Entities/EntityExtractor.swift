/// Finds the entities of a document and groups their mentions.
///
/// The order of the work: lexemes with all that is known of each word, times, amounts, names, groups of names that name
/// the same, the result.
enum EntityExtractor {
    static func extract(from document: Document, interruption: Interruption) throws(WiredeskError) -> [Entity] {
        let text = try LexemeReader.read(document, interruption: interruption)
        guard !text.lexemes.isEmpty else { return [] }
        let reference = Dateline.reference(of: document, text)
        var times = try TimeGrammar.expressions(in: text, reference: reference, interruption: interruption)
        var taken = [Bool](repeating: false, count: text.lexemes.count)
        for time in times { for index in time.lexemes { taken[index] = true } }
        var amounts = try AmountGrammar.expressions(in: text, taken: taken, interruption: interruption)
        for amount in amounts { for index in amount.lexemes { taken[index] = true } }
        let names = NameReviser.revised(
            try NameFinder.names(in: text, taken: taken, interruption: interruption), in: text)

        // "World Cup 2018" keeps its year: what a name holds is no date or amount of its own.
        var named = [Bool](repeating: false, count: text.lexemes.count)
        for name in names { for index in name.lexemes { named[index] = true } }
        times.removeAll { time in time.lexemes.contains { named[$0] } }
        amounts.removeAll { amount in amount.lexemes.contains { named[$0] } }

        try interruption.check()
        var builder = EntityBuilder(document, text)
        builder.add(NameGrouper(names, in: text))
        builder.add(times)
        builder.add(amounts)
        return builder.result()
    }
}
