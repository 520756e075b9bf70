/// What the words around a time without a year say of its direction.
struct TenseSign {
    /// 1 for the future, -1 for the past, 0 when nothing tells.
    var direction = 0
    /// Lexemes between the sign and the time.
    var distance = 0
    /// Whether the sign surely belongs to the time: "since May", "the year ended May 31", "was sent on May 31".
    var isCertain = false
    /// Whether an infinitive stands nearer than the sign: "agreed to buy it in May".
    var followsInfinitive = false
}
