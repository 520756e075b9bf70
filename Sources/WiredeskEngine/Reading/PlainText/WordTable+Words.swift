extension WordTable {
    /// Words that no line of furniture ends in but a broken sentence does: articles, prepositions, conjunctions.
    static let joining = WordTable(
        """
        a an the of in on at to by for with from and or but that which who as is are was were be been has have had said its their his her this these those
        into about after before between during under over than because while when where if not will would can could may might should
        der die das den dem des ein eine einen einem einer und oder mit von vom zu zum zur im in am an auf für bei aus nach über durch dass ist sind war sich nicht auch wie als
        le la les l un une des du de d et ou à au aux en dans par pour sur avec que qui est sont
        el los las una unos unas del y o a con por para sobre entre según su sus es son fue
        il lo gli i uno di del della dei delle e ed da dal con su per tra fra che è
        o os as um uma do da dos das e em no na nos nas com por para ao à que é
        w z i na do o od po przez dla za że się jest oraz
        het een van en op te met voor door bij naar om dat is zijn
        """)

    /// The commonest words of running text: a menu or a list of headlines has few of them.
    static let common = WordTable(
        """
        a an the of in on at to by for with from and or but that which who as is are was were be been have has had said its their his her this these those
        into about after before between during under over than because while when where if not will would can could may might should
        he she it they we i you what so there then up out no all more also just him them our your my me do did does
        der die das den dem des ein eine einen einem einer und oder mit von vom zu zum zur im am auf für bei aus nach über durch dass ist sind war sich nicht auch wie als
        es er sie wir ich hat haben wird werden noch aber nur man um wenn kann
        le la les un une du de et ou à au aux en dans par pour sur avec que qui est sont elle ce se ne pas plus nous vous son sa ses cette mais
        el los las una unos unas del y o con para sobre entre según su sus fue lo al más como pero ha si
        il gli uno di della dei delle e ed da dal per tra fra che è non come più sono anche
        os um uma dos das em na nos nas com ao não mais foi
        w z od po przez dla za że się jest oraz nie jak
        het een van op te met voor door bij naar dat zijn niet maar ook
        и в на с по что не как это из для он его к от у за
        yang dan di ini itu dengan untuk dari pada
        """)

    /// What stands first or last in the line above a reader's comment, or in the line of buttons below it.
    static let comment = WordTable(
        """
        says said wrote writes reply replied replies commented permalink report like
        schreibt schrieb sagt sagte antworten dit répondre dice dijo responder rispondi odpowiedz
        """)
}
