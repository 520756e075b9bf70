/// A name of the text with its type.
struct TypedName {
    var candidate: NameCandidate
    var type: EntityType
    /// 0 to 1.
    var confidence: Double

    var lexemes: Range<Int> { candidate.lexemes }
}
