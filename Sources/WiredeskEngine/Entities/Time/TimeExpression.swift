/// A date, time, duration or set that the text names, in TIMEX3's terms (ISO-TimeML; Pustejovsky et al., 2010).
struct TimeExpression {
    var lexemes: Range<Int>
    var type: EntityType
    /// Nil when the text does not say enough.
    var value: String?
    /// What a relative one was resolved against.
    var basis: String?
    /// What it is called where its own words do not say: "July 24" for the "24" of "July 23 and 24".
    var name: String?
    /// The first day it names and how exactly, when known: what later expressions may lean on.
    var date: CivilDate?
    var precision: TimeReference.Precision = .day
}
