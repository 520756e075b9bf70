/// Wordings of page furniture, each with what it tells of.
///
/// One line each: how the phrase is to stand in the block, and the phrase in lower case, without punctuation. `=` the
/// phrase is the whole block, `^` the block begins with it and is short, `~` a short block holds it.
enum CuePhrases {
    static let tables: [(reason: RemovalReason, phrases: StaticString)] = [
        (.navigation, navigation), (.related, related), (.subscription, subscription),
        (.advertisement, advertisement), (.consent, consent), (.social, social), (.comments, comments),
        (.byline, byline), (.dateline, dateline), (.credit, credit), (.legal, legal), (.boilerplate, boilerplate),
    ]
}
