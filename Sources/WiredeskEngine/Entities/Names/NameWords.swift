/// Keys of the small words inside names.
enum NameWords {
    static let and = WordKey.of("and")
    static let `for` = WordKey.of("for")
    static let of = WordKey.of("of")
    static let on = WordKey.of("on")
    static let the = WordKey.of("the")
    /// Small words that begin a surname: `bin Laden`.
    static let inseparable: Set<UInt64> = [
        WordKey.of("bin"), WordKey.of("ibn"), WordKey.of("van"), WordKey.of("von"), WordKey.of("al"),
    ]
    static let who = WordKey.of("who")
    static let whose = WordKey.of("whose")
}
