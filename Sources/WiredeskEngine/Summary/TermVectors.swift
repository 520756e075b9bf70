/// The content words of each sentence as sparse unit vectors, weighted by tf·idf, stored one after the other.
struct TermVectors {
    /// Where each sentence's terms start, one more than there are sentences.
    private(set) var offsets: [Int32] = [0]
    /// Numbers of terms, from 0 in order of first occurrence; ascending in no particular way, each once a sentence.
    private(set) var terms: [Int32] = []
    /// Parallel to `terms`; each sentence's have length 1.
    private(set) var weights: [Float] = []
    /// For each term, how often the document has it.
    private(set) var frequencies: [Int32] = []
    /// For each term, in how many sentences it stands.
    private(set) var sentenceCounts: [Int32] = []
    /// For each term, its inverse document frequency.
    private(set) var idf: [Float] = []

    private var vocabulary: HashNumbering
    /// For each term, the sentence that has it last and where in `terms`.
    private var lastSentence: [Int32] = []
    private var lastSlot: [Int32] = []

    var count: Int { offsets.count - 1 }

    /// - Parameter capacity: words of the document, about.
    init(capacity: Int) {
        vocabulary = HashNumbering(capacity: capacity)
        terms.reserveCapacity(capacity)
        weights.reserveCapacity(capacity)
    }

    func range(of sentence: Int) -> Range<Int> { Int(offsets[sentence])..<Int(offsets[sentence + 1]) }

    /// Adds a word to the sentence that is being built.
    mutating func add(_ hash: UInt64, idf weight: @autoclosure () -> Float) {
        let sentence = Int32(truncatingIfNeeded: count)
        let term = vocabulary.number(of: hash)
        if term == frequencies.count {
            frequencies.append(0)
            sentenceCounts.append(0)
            idf.append(weight())
            lastSentence.append(-1)
            lastSlot.append(0)
        }
        frequencies[term] += 1
        if lastSentence[term] == sentence {
            weights[Int(lastSlot[term])] += idf[term]
        } else {
            lastSentence[term] = sentence
            lastSlot[term] = Int32(truncatingIfNeeded: terms.count)
            sentenceCounts[term] += 1
            terms.append(Int32(truncatingIfNeeded: term))
            weights.append(idf[term])
        }
    }

    mutating func endSentence() {
        let range = Int(offsets[count])..<terms.count
        var norm: Float = 0
        for index in range { norm += weights[index] * weights[index] }
        if norm > 0 {
            let scale = 1 / norm.squareRoot()
            for index in range { weights[index] *= scale }
        }
        offsets.append(Int32(truncatingIfNeeded: terms.count))
    }
}
