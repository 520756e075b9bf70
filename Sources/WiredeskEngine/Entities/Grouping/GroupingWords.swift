/// Words that grouping treats apart.
enum GroupingWords {
    private static func phrase(_ words: [String]) -> UInt64 {
        words.reduce(0) { WordKey.phrase($0, WordKey.of(string: $1)) }
    }

    /// What the United Kingdom as a whole is called, unlike its nations.
    static let unitedKingdom: Set<UInt64> = Set(
        [
            ["united", "kingdom"], ["uk"], ["u.k."], ["britain"], ["great", "britain"], ["british"], ["briton"],
            ["britons"], ["brit"], ["brits"],
        ].map(phrase))

    /// What South Korea is called; `Korea` alone may be either.
    static let southKorea: Set<UInt64> = Set(
        [
            ["south", "korea"], ["republic", "of", "korea"], ["korea", "republic"], ["south", "korean"],
            ["south", "koreans"],
        ].map(phrase))

    /// Members of American parties, as a newspaper puts them behind their states.
    static let parties: Set<UInt64> = WordKey.all(in: "democrat republican independent libertarian")

    /// Regions whose name the gazetteer knows first of a lesser one in another country.
    static let regions: [UInt64: String] = [
        phrase(["maryland"]): "US", phrase(["montana"]): "US", phrase(["victoria"]): "AU",
    ]

    static let member = WordKey.of("member")
    static let district = WordKey.of("district")

    /// Heads of names for what bodies run rather than for bodies.
    static let undertakings: Set<UInt64> = WordKey.all(
        in: "network networks system systems program programme project initiative")

    /// Last words of firms' names that are left out in speech.
    static let firms: Set<UInt64> = WordKey.all(
        in: """
            group company corporation enterprises industries holdings partners capital brothers airlines airways \
            motors pharmaceuticals laboratories labs technologies systems instruments studios entertainment \
            pictures electric energy petroleum steel insurance foods university
            """)

    static let georgia = phrase(["georgia"])

    static let party = WordKey.of("party")

    static let born: Set<UInt64> = WordKey.all(in: "born nee")

    /// Short forms of given names that do not begin like the name itself or are no part of it.
    static let nicknames: [UInt64: UInt64] = {
        let names: StaticString = """
            jim=james jimmy=james jamie=james bill=william billy=william will=william liam=william bob=robert \
            bobby=robert rob=robert dick=richard rick=richard rich=richard mike=michael mick=michael jack=john \
            johnny=john joe=joseph joey=joseph tom=thomas tommy=thomas dave=david dan=daniel danny=daniel \
            matt=matthew chris=christopher tony=anthony steve=stephen ted=edward ed=edward eddie=edward ned=edward \
            ken=kenneth greg=gregory jeff=jeffrey larry=lawrence andy=andrew drew=andrew ben=benjamin sam=samuel \
            nick=nicholas pete=peter chuck=charles charlie=charles hank=henry harry=henry gerry=gerald jerry=gerald \
            ron=ronald don=donald doug=douglas fred=frederick phil=philip tim=timothy vic=victor walt=walter \
            bernie=bernard liz=elizabeth beth=elizabeth betsy=elizabeth betty=elizabeth kate=katherine \
            kathy=katherine katie=katherine meg=margaret maggie=margaret peggy=margaret sue=susan becky=rebecca \
            debbie=deborah jenny=jennifer jen=jennifer pam=pamela patty=patricia cindy=cynthia sandy=sandra \
            vicky=victoria abby=abigail ally=alison
            """
        let pairs = names.description.split(separator: " ").map {
            $0.split(separator: "=").map { WordKey.of(string: $0) }
        }
        return Dictionary(pairs.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }()
}
