/// Finds the entities of a document and groups their mentions.
enum EntityExtractor {
    static func extract(from document: Document, interruption: Interruption) throws(WiredeskError) -> [Entity] {
        let text = try LexemeReader.read(document, interruption: interruption)
        let reference = document.published.flatMap { TimeReference(iso8601: $0, basis: "published") }
        let times = try TimeGrammar.expressions(in: text, reference: reference, interruption: interruption)
        var taken = [Bool](repeating: false, count: text.lexemes.count)
        for time in times { for index in time.lexemes { taken[index] = true } }
        let evidence = CaseEvidence(text)
        let candidates = try NameScanner.candidates(in: text, evidence: evidence, taken: taken, interruption: interruption)
        let names = try NameTyper.names(candidates, in: text, evidence: evidence, interruption: interruption)
        var result = times.enumerated().map { index, time in
            let span = text.span(time.lexemes)
            return Entity(id: index + 1, name: text.string(span), type: time.type, salience: 0, value: time.value, basis: time.basis, mentions: [Mention(start: span.lowerBound, end: span.upperBound, confidence: 0.9)])
        }
        for name in names {
            let span = text.span(name.lexemes)
            result.append(Entity(id: result.count + 1, name: text.string(span), type: name.type, salience: 0, mentions: [Mention(start: span.lowerBound, end: span.upperBound, confidence: name.confidence)]))
        }
        return result
    }
}
