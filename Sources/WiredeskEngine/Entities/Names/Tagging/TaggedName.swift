/// A name that the tagger found.
struct TaggedName {
    var lexemes: Range<Int>
    /// `NameLabel`'s class.
    var nameClass: Int
    /// How far its score lies before that of no name or of another class, in the model's units for each word.
    var margin: Float
}
