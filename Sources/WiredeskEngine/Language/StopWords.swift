/// Words that say little by themselves.
enum StopWords {
    /// English function words that start sentences, and are part of no name after an abbreviation.
    static let sentenceStarters = WordSet(
        """
        a an the this that these those he she it we they you i in on at by for from with as if when while where why \
        who what which how but and or so yet there here after before since because although though however meanwhile \
        also his her their our my its your no not yes all some many most one both each every even then now today \
        yesterday such is are was were do does did don can could would should will may might have has had let please \
        according despite during under until unlike once only still just perhaps maybe instead later earlier another \
        other others nobody everyone someone anyone nothing something everything few several more much thus hence \
        therefore moreover furthermore additionally first second third finally next last none neither either nor \
        whether whatever whenever well oh ok okay thanks see be
        """)

    /// Verbs that say who said a quotation.
    static let speechVerbs = WordSet(
        """
        said says say asked asks told tells added adds replied replies answered cried shouted whispered exclaimed \
        wrote writes explained continued yelled murmured muttered demanded declared screamed laughed sighed snapped \
        called tweeted insisted recalled joked wondered
        """)

    /// First words that lean on the sentence before.
    static let anaphors = WordSet(
        """
        he she it they his her their its this that these those we i and but so however meanwhile there also him them
        """)

    /// First words that turn against the sentence before.
    static let contrasts = WordSet("but however although yet still nevertheless nonetheless")

    /// Words of captions and of links that are left in texts.
    static let captionWords = WordSet("pictured left right above below scroll click photo image file video")

    /// English verbs, adverbs and other words of news prose that no keyphrase starts, ends or goes on with.
    static let phraseBreakers = WordSet(
        """
        announce announces announced take takes took taken make makes made come comes came give gives given gave find \
        finds found know knows known knew think thinks thought see sees seen saw want wants use uses used work works \
        become becomes became leave leaves left put puts keep keeps kept let begin begins began begun seem seems show \
        shows shown hold holds held bring brings brought happen happens write writes provide provides sit sits stand \
        stands lose loses lost pay pays paid meet meets met include includes continue continues set sets learn learns \
        lead leads led understand follow follows stop stops create creates speak speaks spoke spoken read allow allows \
        add adds spend spends spent grow grows grew open opens win wins won offer offers remember consider appear \
        appears buy buys bought wait serve serves die dies send sends sent expect expects build builds built stay stays \
        fall falls fell cut cuts reach reaches kill kills remain remains suggest suggests raise raises pass passes sell \
        sells sold require requires report reports decide decides pull pulls agree agrees hope hopes face faces call \
        calls claim claims believe believes warn warns urge urges need needs like likes help helps try tries ask turn \
        turns start starts run runs move moves live lives feel feels felt look looks hit hits back early late later \
        last next first second third new old good better best big great little long high low own several least less \
        enough almost always never often sometimes soon ago away around near far well really quite rather already \
        today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february \
        march april june july august september october november december year years month months week weeks day days \
        hour hours minute minutes time times thing things way ways lot bit part people man men woman women one two three \
        four five six seven eight nine ten hundred thousand million billion percent number mr mrs ms dr told amid due \
        including according whether instead despite without within able likely unable recent current former late top \
        earlier following based despite mean means meant getting going being having doing set end ends ended moment plus above below newer older bigger cause
        causes caused young full half past present outside inside top main cent
        """)
}
