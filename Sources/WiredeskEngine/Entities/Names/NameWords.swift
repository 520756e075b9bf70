/// Keys of the small words inside names.
enum NameWords {
    static let and = WordKey.of("and")
    static let `for` = WordKey.of("for")
    static let of = WordKey.of("of")
    static let on = WordKey.of("on")
    static let the = WordKey.of("the")
    static let who = WordKey.of("who")
    static let whose = WordKey.of("whose")
}
