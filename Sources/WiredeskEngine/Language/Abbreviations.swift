/// Words that a full stop shortens, in English first; lower-case and without their last full stop.
enum Abbreviations {
    /// Before a name: the full stop does not end a sentence.
    static let titles = WordSet(
        """
        mr mrs ms messrs mmes mx dr drs prof profs rev revd fr sr jr st ste sen sens rep reps gov govs gen lt col sgt \
        capt cpt cmdr cdr maj adm hon pres supt insp det ofc amb sec atty mt ft msgr bro esq pvt cpl brig pfc dep \
        mme mlle sra srta herr dir ald asst assoc comdr hrn
        """)
    /// After a name or inside one.
    static let suffixes = WordSet(
        """
        inc corp co cos ltd llc llp plc bros mfg dept univ assn intl bldg natl ave blvd rd jr sr esq
        """)
    /// What always introduces something.
    static let neverFinal = WordSet("e.g i.e cf viz vs eg p.s ps")
    static let months = WordSet("jan feb mar apr jun jul aug sep sept oct nov dec")
    /// Before a number only.
    static let numbered = WordSet("no nos vol vols fig figs pp pg art sec ch chap para op nr ex")
    /// Lower-case ones that are never words.
    static let lowercase = WordSet("vs etc al approx dept est cf viz ca incl esp tel ext ibid ed eds resp max min")
}
