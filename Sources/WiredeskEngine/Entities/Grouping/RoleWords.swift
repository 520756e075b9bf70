/// Words that say what somebody is.
enum RoleWords {
    /// Forms of address, which are no role.
    static let courtesies = WordKey.all(in: "mr mr. mrs mrs. ms ms. miss sir dr dr. mx herr frau don m.")

    /// What a form of address tells of the sex.
    static let genders: [UInt64: Gazetteer.Kinds] = {
        let men = WordKey.all(in: "mr mr. sir herr m. lord").map { ($0, Gazetteer.Kinds.masculine) }
        let women = WordKey.all(in: "mrs mrs. ms ms. miss frau lady dame").map { ($0, Gazetteer.Kinds.feminine) }
        return Dictionary(men + women, uniquingKeysWith: { first, _ in first })
    }()

    static let possessives = WordKey.all(in: "his her its their my our your")
    static let relatives = WordKey.all(in: "who whom whose that which where")
    /// They stand beside verbs: no role has them.
    static let adverbs = WordKey.all(in: "also still even often again recently repeatedly reportedly allegedly")
    static let formerly = WordKey.all(in: "former ex late then acting retired incoming outgoing")
    /// Relatives, which are no role.
    static let kin = WordKey.all(in: "father mother brother sister uncle aunt")

    /// Nouns and adjectives in lower case that say of what somebody is the head, or at what the expert.
    static let fields = WordKey.all(
        in:
            """
            presidential vice-presidential gubernatorial mayoral senatorial congressional parliamentary campaign \
            communications press policy finance budget science climate sports political economic financial legal medical \
            technical creative music art fashion football basketball baseball soccer hockey rugby tennis cricket film \
            police fire union student faculty defense defence law bank company team club party soap pop rock opera human \
            rights
            """)

    static let no = WordKey.of("no")
    static let now = WordKey.of("now")
    static let articles = WordKey.all(in: "a an the")

    /// Whom one is to somebody, not what one does; and what ends like a doer and is none.
    private static let noDoers = WordKey.all(
        in:
            """
            brother sister father mother daughter grandfather grandmother stepfather stepmother grandson lover stranger \
            number matter river winter summer order power paper letter corner dinner chapter center centre quarter \
            offer water weather computer newspaper december november october september member another other either \
            neither together whether rather former latter later earlier under over after never ever however disaster \
            chamber border shoulder finger theater theatre cover murder gender answer danger anger layer tower flower \
            shower powder ladder folder filter trailer poster monster cluster register color colour floor door honor \
            honour factor sector error terror mirror motor labor labour favor favour flavor behavior behaviour humor \
            humour harbor harbour minor major superior prior exterior interior vigor odor rumor rumour tumor corridor \
            list twist mist exist resist wrist fist human woman civilian pedestrian median guardian supper slipper \
            diaper copper upper hunger cancer fever
            """)

    /// Nouns for what people do that the classes of words do not have.
    private static let nouns = WordKey.all(
        in:
            """
            agent official star co-star rancher farmer roofer builder baker butcher carpenter plumber driver waiter tailor \
            barber supplier trader broker shipbroker importer exporter retailer skipper boatman fisherman sailor pilot \
            navigator conductor pianist violinist cellist organist guitarist drummer rapper soprano tenor baritone \
            dancer choreographer sculptor potter illustrator animator screenwriter essayist critic reviewer publisher \
            editor broadcaster anchor newsreader blogger influencer podcaster geologist glaciologist microbiologist \
            virologist epidemiologist immunologist oncologist cardiologist neurologist psychiatrist psychologist \
            therapist pharmacist dentist midwife paramedic firefighter warden guard spy bodyguard smuggler trafficker \
            mathematician statistician technician electrician mechanic politician physician clinician logician \
            theologian sociologist anthropologist archaeologist zoologist botanist ecologist meteorologist \
            climatologist seismologist astronomer astronaut programmer developer hacker inventor linguist translator \
            interpreter lexicographer goalkeeper goalie winger centre-back fullback playmaker bowler batsman batter \
            wicketkeeper jockey trainer manager promoter organiser organizer fundraiser donor lobbyist pollster \
            negotiator mediator arbitrator magistrate barrister solicitor notary bailiff juror litigator constable \
            trooper ranger sniper insurgent guerrilla jihadist extremist terrorist gunman hostage refugee migrant \
            pensioner shopkeeper hotelier restaurateur winemaker brewer grower breeder gardener forester landlord \
            tenant caretaker
            """)

    /// Whether a word is certainly one for what somebody does.
    static func isDoer(_ lexeme: Lexeme) -> Bool { lexeme.isIn(.role) || nouns.contains(lexeme.key) }

    /// Whether a word that stands behind an article and beside a person is one for what the person does.
    static func isDoer(_ lexeme: Lexeme, ending word: ArraySlice<UInt8>) -> Bool {
        if isDoer(lexeme) { return true }
        guard word.count >= 6, !lexeme.isIn(.closed), !noDoers.contains(lexeme.key),
            !lexeme.gazetteer.kinds.contains(.demonym)
        else { return false }
        return endings.contains { word.suffix($0.count).lazy.map(\.lowercased).elementsEqual($0) }
    }

    private static let endings: [[UInt8]] = ["ist", "ian", "er", "or", "man", "woman", "person", "eer"].map {
        Array($0.utf8)
    }
}
