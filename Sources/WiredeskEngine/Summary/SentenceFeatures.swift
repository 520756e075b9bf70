/// The features of a document's sentences: one row of `SummaryFeature.allCases` for each.
struct SentenceFeatures {
    static let width = SummaryFeature.allCases.count

    private(set) var values: [Float]
    let vectors: TermVectors
    /// Words of each sentence.
    let lengths: [Int]

    /// - Parameter sentences: positions in `document.sentences`, ascending.
    init(
        _ document: Document, _ words: SummaryWords, sentences: [Int], interruption: Interruption
    ) throws(WiredeskError) {
        var surfaces: [SentenceSurface] = []
        surfaces.reserveCapacity(sentences.count)
        var vectors = TermVectors(capacity: document.tokens.count / 2)
        var reader = SentenceReader(document, words)
        for (position, sentence) in sentences.enumerated() {
            if position % 64 == 0 { try interruption.check() }
            surfaces.append(
                document.text.withUnsafeBufferPointer { bytes in
                    reader.read(UTF8Text(bytes), sentence: sentence, into: &vectors)
                })
        }
        self.vectors = vectors
        lengths = surfaces.map(\.words)
        values = Array(repeating: 0, count: sentences.count * Self.width)
        fillSurface(surfaces)
        fillContent()
        let graph = try SentenceGraph(vectors, interruption: interruption)
        fillGraph(graph)
        standardize()
    }

    var count: Int { lengths.count }

    subscript(sentence: Int, feature: SummaryFeature) -> Float {
        get { values[sentence * Self.width + feature.rawValue] }
        set { values[sentence * Self.width + feature.rawValue] = newValue }
    }

    private mutating func fillSurface(_ surfaces: [SentenceSurface]) {
        let total = Float(max(1, surfaces.reduce(0) { $0 + $1.words }))
        let size = Logarithm.natural(Float(count))
        var wordsBefore = 0
        for (index, surface) in surfaces.enumerated() {
            let words = Float(max(1, surface.words))
            self[index, .reciprocalPosition] = 1 / Float(index + 1)
            self[index, .relativePosition] = Float(index) / Float(count)
            self[index, .cappedPosition] = Float(min(index, 30)) / 10
            self[index, .distanceFromEnd] = Float(min(count - index, 10)) / 10
            self[index, .isFirst] = index == 0 ? 1 : 0
            self[index, .isSecond] = index == 1 ? 1 : 0
            self[index, .isThird] = index == 2 ? 1 : 0
            self[index, .documentSize] = size
            self[index, .wordsBefore] = Float(wordsBefore) / total
            self[index, .length] = Logarithm.natural(words + 1)
            self[index, .isShort] = surface.words < 8 ? 1 : 0
            self[index, .isLong] = surface.words > 35 ? 1 : 0
            self[index, .capitalShare] = Float(surface.capitals) / words
            self[index, .capitals] = Float(min(surface.capitals, 10)) / 5
            self[index, .newCapitals] = Float(min(surface.newCapitals, 10)) / 5
            self[index, .hasKnownCapital] = surface.newCapitals < surface.capitals ? 1 : 0
            self[index, .numbers] = Float(min(surface.numbers, 5))
            self[index, .quotationMarks] = Float(min(surface.quotationMarks, 4))
            self[index, .startsWithQuotation] = surface.startsWithQuotation ? 1 : 0
            self[index, .startsWithPronoun] = surface.startsWithPronoun ? 1 : 0
            self[index, .startsWithContrast] = surface.startsWithContrast ? 1 : 0
            self[index, .endsLikeCaption] = surface.endsLikeCaption ? 1 : 0
            self[index, .isQuestion] = surface.isQuestion ? 1 : 0
            self[index, .hasBracket] = surface.hasBracket ? 1 : 0
            self[index, .hasCaptionWord] = surface.hasCaptionWord ? 1 : 0
            self[index, .hasSpeechVerb] = surface.hasSpeechVerb ? 1 : 0
            wordsBefore += surface.words
        }
    }

    private mutating func fillContent() {
        let terms = vectors.frequencies.count
        var centroid = [Float](repeating: 0, count: terms)
        var lead = centroid
        var total: Int32 = 0
        for count in vectors.frequencies { total += count }
        for sentence in 0..<count {
            for index in vectors.range(of: sentence) {
                let term = Int(vectors.terms[index])
                centroid[term] += vectors.weights[index]
                if sentence < 3 { lead[term] += vectors.weights[index] }
            }
        }
        let centroidNorm = Self.norm(centroid)
        let leadNorm = Self.norm(lead)
        var seen = [Int32](repeating: 0, count: terms)
        for sentence in 0..<count {
            let range = vectors.range(of: sentence)
            let size = Float(max(1, range.count))
            var toCentroid: Float = 0
            var toLead: Float = 0
            var frequency: Float = 0
            var idf: Float = 0
            var new: Float = 0
            var later: Float = 0
            var laterWeight: Float = 0
            for index in range {
                let term = Int(vectors.terms[index])
                toCentroid += vectors.weights[index] * centroid[term]
                toLead += vectors.weights[index] * lead[term]
                frequency += Float(vectors.frequencies[term])
                idf += vectors.idf[term]
                if seen[term] == 0 { new += 1 }
                seen[term] += 1
                let rest = vectors.sentenceCounts[term] - seen[term]
                if rest > 0 { later += 1 }
                laterWeight += Float(min(rest, 5))
            }
            self[sentence, .contentWords] = Float(range.count) / 10
            self[sentence, .centroid] = toCentroid / centroidNorm
            self[sentence, .cosineWithLead] = toLead / leadNorm
            self[sentence, .meanFrequency] = frequency / size / Float(max(1, total)) * 100
            self[sentence, .meanIDF] = idf / size
            self[sentence, .newTerms] = new / size
            self[sentence, .laterTerms] = later / size
            self[sentence, .laterWeight] = laterWeight / size
        }
    }

    private mutating func fillGraph(_ graph: SentenceGraph) {
        for sentence in 0..<count {
            self[sentence, .rank] = graph.rank[sentence]
            self[sentence, .degree] = graph.degree[sentence]
            self[sentence, .highestCosine] = graph.highest[sentence]
            self[sentence, .cosineWithFirst] = graph.withFirst[sentence]
            self[sentence, .cosineWithPrevious] = graph.withPrevious[sentence]
            self[sentence, .cosineWithNext] = graph.withNext[sentence]
            self[sentence, .redundancy] = graph.highestBefore[sentence]
        }
    }

    private mutating func standardize() {
        let first = SummaryFeature.standardLength.rawValue
        for (offset, feature) in SummaryFeature.standardized.enumerated() {
            var sum: Float = 0
            var squares: Float = 0
            for sentence in 0..<count { sum += self[sentence, feature] }
            let mean = sum / Float(max(1, count))
            for sentence in 0..<count {
                let difference = self[sentence, feature] - mean
                squares += difference * difference
            }
            let deviation = (squares / Float(max(1, count))).squareRoot() + 1e-6
            for sentence in 0..<count {
                values[sentence * Self.width + first + offset] = (self[sentence, feature] - mean) / deviation
            }
        }
    }

    private static func norm(_ vector: [Float]) -> Float {
        var sum: Float = 0
        for value in vector { sum += value * value }
        return sum > 0 ? sum.squareRoot() : 1
    }
}
