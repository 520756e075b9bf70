/// A stretch of the text that may be a name, before its type is known.
struct NameCandidate {
    var lexemes: Range<Int>
    /// The title or post right before a person's name, `former Secretary of State`; empty for none.
    var title: Range<Int> = 0..<0
    /// What the gazetteer knows about the whole of it.
    var known = Gazetteer.Entry()
    /// `phrase` key of its words.
    var key: UInt64 = 0
    /// Its capitals mean little: it opens a sentence, or stands in a headline.
    var isWeak = false
    /// A word for a post, which is a name only of somebody whose full name the document has.
    var needsFullName = false
}
