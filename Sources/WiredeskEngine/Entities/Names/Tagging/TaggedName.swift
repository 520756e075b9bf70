/// A name that the tagger found.
struct TaggedName {
    var lexemes: Range<Int>
    /// What its words would score as a name of each of `NameLabel`'s classes, in the model's units; as no name, 0.
    var scores: SIMD4<Int32>
    /// The class that the tagger, or the document's vote, gave it.
    var nameClass: Int

    /// How far its score lies before that of no name or of another class, for each word.
    var margin: Float {
        var second: Int32 = 0
        for other in 0..<NameLabel.classes where other != nameClass { second = max(second, scores[other]) }
        return Float(scores[nameClass] - second) / Float(lexemes.count)
    }

    /// Takes what it scores as a name of another kind for what it scores as a place.
    mutating func becomePlace() {
        (scores[NameLabel.location], scores[NameLabel.misc]) = (scores[NameLabel.misc], scores[NameLabel.location])
        nameClass = NameLabel.location
    }
}
