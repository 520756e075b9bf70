extension Abbreviations {
    /// By language: what stands before a capital or a number without ending a sentence.
    static let other: [String: WordSet] = [
        "de": WordSet(
            """
            bzw usw nr abs hrsg dr prof st ca evtl ggf inkl mio mrd z.b d.h u.a z.t hl vgl bsp dipl ing jan feb \
            aug sept okt nov dez str tel sog zzgl geb gest frl hr fr art
            """),
        "fr": WordSet(
            """
            m mm mme mlle mmes dr me p pp ex av apr st ste vol art env cf ch n° tél sept oct nov déc janv févr
            """),
        "es": WordSet(
            """
            sr sra srta sres dr dra ud uds ee.uu pág págs núm art dña d gral av avda cía lic ing prof tel vol
            """),
        "pt": WordSet("sr sra srs dr dra pág págs núm art av prof profa eng exmo vol tel d st sto sta"),
        "gl": WordSet("sr sra dr dra páx núm art av prof d dna vol"),
        "it": WordSet(
            """
            sig sigg sig.ra dott dr prof art pag pagg avv ing on sen cfr n vol tel mons geom arch s
            """),
        "nl": WordSet("dhr mevr drs mr ir ing dr prof nr blz ca bijv enz st tel jl a.s"),
        "pl": WordSet("np tzn prof dr ul al r gen płk mgr inż św ok nr pkt art ust poz red im tel godz hab"),
        "cs": WordSet("např tj atd č str r mj tzv dr prof ing mgr sv čl odst doc p pí bc judr mudr ul tel"),
        "sk": WordSet("napr tj atď č str r tzv dr prof ing mgr sv čl ods doc p bc judr mudr ul tel"),
        "sl": WordSet("npr oz št str dr prof mag sv čl itd ga g ul tel"),
        "hr": WordSet("npr tj br str dr prof mr sv čl itd sl gđa g ul tel"),
        "sr": WordSet("npr tj br str dr prof mr sv čl itd sl g ul tel нпр бр стр др проф"),
        "bg": WordSet("г гр др проф ул бул т.е т.нар чл ал стр инж св ген арх доц"),
        "ru": WordSet(
            """
            г гг в вв др проф ул им руб млн млрд тыс см стр напр акад ген св т.е т.д т.п пр пос обл д кв корп т \
            п ст
            """),
        "uk": WordSet(
            """
            р рр ст др проф вул ім грн млн млрд тис див стор напр акад ген св т.зв т.д т.п м обл буд кв п ч
            """),
        "sv": WordSet("t.ex bl.a m.m dvs kl ca nr s.k dr prof st kap tel"),
        "da": WordSet("f.eks bl.a m.m dvs kl ca nr s.k dr prof st kap tlf hr fr mio mia pct"),
        "nb": WordSet("f.eks bl.a m.m dvs kl ca nr s.k dr prof st kap tlf pst mill mrd"),
        "fi": WordSet("esim mm ym jne ns nk prof tri puh klo nro"),
        "hu": WordSet("pl stb dr ifj id kb u.n ún prof szt gr br sz old tel"),
        "tr": WordSet("dr prof doç yrd av sn vb alb gen no cad sok mah bkz hz st"),
        "ro": WordSet("dl dna dr prof str nr art alin lit pag ing sf av bd"),
        "lt": WordSet("pvz dr prof g gyd nr str t.y pan kt"),
        "lv": WordSet("piem dr prof nr lpp u.c t.i plkst"),
        "el": WordSet("κ κκ κα δρ π.χ αρ σελ λ.χ καθ"),
        "id": WordSet("dr prof ir drs no jl hlm rp tn ny h hj st"),
        "vi": WordSet("ts gs ths pgs tp p q st"),
        "is": WordSet("t.d o.s.frv bls nr dr prof kl"),
        "ca": WordSet("sr sra dr dra pàg núm art av prof vol st"),
    ]
}
