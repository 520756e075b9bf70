/// Words that tell whether the times beside them lie ahead or behind. The classes `future` and `past` hold the commonest.
enum TenseWords {
    /// Speak of what lies ahead wherever they stand.
    static let future = WordKey.all(
        in:
            """
            planned planning slated intends intend intended hopes hoping aims supposed shall won't he'll she'll \
            it'll we'll they'll you'll i'll that'll there'll gonna
            """)

    /// Speak of what lies ahead unless "have" follows: "might come", but "might have come".
    static let modals = WordKey.all(in: "would might may should must can will")

    /// Speak of what lies ahead when an infinitive follows: "set to resume".
    static let beforeInfinitive = WordKey.all(
        in:
            """
            set ready about likely certain sure agreed vowed promised pledged threatened wants want is are has have going \
            poised bound hope aim
            """)

    /// Present tenses of what is put into calendars: "meets Monday", "opens Friday".
    static let scheduled = WordKey.all(
        in:
            """
            meet meets opens begins begin starts arrives arrive plays faces hosts returns visits resumes resume expires \
            expire departs travels flies goes votes kicks kick takes take runs
            """)

    /// Irregular past tenses beside those of the class.
    static let past = WordKey.all(
        in:
            """
            wrote saw ran rose stood spoke sat paid sent built bought brought thought taught caught fought drew drove grew \
            knew threw flew broke chose shot struck hit led fled met kept slept felt dealt meant sold spent lent shook \
            swore wore tore hung sank sang drank swam heard understood withdrew arose stole froze hid rode sought stuck \
            shown seen taken given written spoken driven grown known thrown flown broken chosen gone done beaten fallen \
            risen drawn swung spread slid ended set put cut let
            """)

    /// After them an infinitive says what happened: "began to rise in March".
    static let doneByInfinitive = WordKey.all(
        in:
            """
            began begun failed started continued tried managed refused used came went rose fell helped declined seemed \
            appeared proved turned forced led returned
            """)

    /// What lasted until a time, and so lies behind: "was in office until May".
    static let lasting = WordKey.all(
        in: "was were had stayed remained lasted continued lived held worked served ran waited did")

    /// Ends in `ed` and is no past tense.
    static let unverbal = WordKey.all(
        in: "hundred indeed sacred hatred naked wicked rugged kindred united limited related aged")

    /// Put something off to a later time: "moved to Thursday".
    static let moved = WordKey.all(in: "moved postponed delayed rescheduled pushed extended deferred adjourned")

    /// After them a participle belongs to a noun.
    static let articles = WordKey.all(in: "a an the its his her their our my your")
}
