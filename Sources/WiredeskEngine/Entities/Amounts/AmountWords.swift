/// Keys of the words that the amount grammar asks for one by one.
enum AmountWords {
    static let cent = WordKey.of("cent")
    static let cubic = WordKey.of("cubic")
    static let pct = WordKey.of("pct")
    static let per = WordKey.of("per")
    static let percent = WordKey.of("percent")
    static let percentage = WordKey.of("percentage")
    static let point = WordKey.of("point")
    static let points = WordKey.of("points")
    static let pound = WordKey.of("pound")
    static let pounds = WordKey.of("pounds")
    static let square = WordKey.of("square")
    static let won = WordKey.of("won")
}
