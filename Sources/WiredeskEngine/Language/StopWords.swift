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
}
