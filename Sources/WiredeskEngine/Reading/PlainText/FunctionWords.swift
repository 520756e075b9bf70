/// Words that no line of furniture ends in but a broken sentence does: articles, prepositions, conjunctions.
struct FunctionWords {
    static let shared = FunctionWords()

    private static let words: StaticString = """
        a an the of in on at to by for with from and or but that which who as is are was were be been has have had said its their his her this these those \
        into about after before between during under over than because while when where if not will would can could may might should \
        der die das den dem des ein eine einen einem einer und oder mit von vom zu zum zur im in am an auf für bei aus nach über durch dass ist sind war sich nicht auch wie als \
        le la les l' un une des du de d' et ou à au aux en dans par pour sur avec que qui est sont \
        el los las una unos unas del y o a con por para sobre entre según su sus es son fue \
        il lo gli i uno di del della dei delle e ed da dal con su per tra fra che è \
        o os as um uma do da dos das e em no na nos nas com por para ao à que é \
        w z i na do o od po przez dla za że się jest oraz \
        het een van en op te met voor door bij naar om dat is zijn
        """

    private let table: Set<[UInt8]>

    private init() {
        table = Set(Self.words.description.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
    }

    /// Whether the last word of the stretch is one of them, in lower case.
    func endsOne(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var start = range.upperBound
        while start > range.lowerBound, bytes[start - 1] > 0x20, range.upperBound - start <= 12 { start -= 1 }
        return table.contains(Array(bytes[start..<range.upperBound]))
    }
}
