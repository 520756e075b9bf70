import CWiredeskTables

/// Naive Bayes over the pieces of words: character 2-, 3- and 4-grams with the blanks around the word, and the word
/// itself. `Training/language` makes the table.
struct LanguageModel {
    /// The languages of the table's columns, those of one script side by side.
    private static let languages: [StaticString] = [
        "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "sl", "hr", "sr",
        "hu", "ro", "lt", "lv", "tr", "vi", "id", "gl", "ca", "et", "eu", "sq", "af", "ms", "ru", "uk", "bg", "sr",
        "mk", "be", "kk", "mn", "ar", "fa", "ur", "ckb", "ug", "hi", "mr", "ne",
    ]
    private static let rowBytes = 48
    private static let longestWord = 24
    private static let wordsBetweenLooks = 32
    /// In 1/25 nat a word: 64 nats over 32 words.
    private static let settlingMargin = 50

    /// By how much English is likelier than any other language before a word is said, in 1/25 nat. The pieces of a word
    /// overlap, so that evidence counts several times and this less than it looks: it decides about two words or three.
    private static let englishPrior = 400
    private static let english = 0

    let columns: Range<Int>
    private(set) var words = 0
    private var scores = ByteColumnSums()
    /// The first of the 32 columns that are added up at a time.
    private let firstColumn: Int

    /// - Returns: nil for a script whose languages the table does not tell apart.
    init?(script: Script) {
        switch script {
        case .latin: columns = 0..<32
        case .cyrillic: columns = 32..<40
        case .arabic: columns = 40..<45
        case .devanagari: columns = 45..<48
        default: return nil
        }
        firstColumn = min(columns.lowerBound, Self.rowBytes - ByteColumnSums.columns)
    }

    /// Adds a word's evidence.
    ///
    /// - Parameter word: its lower-case scalar values between two blanks; what exceeds 24 letters is left out.
    mutating func add(_ word: UnsafeBufferPointer<UInt32>) {
        words += 1
        let end = min(word.count - 1, Self.longestWord + 1)
        var whole: UInt32 = 0x9747_B28C
        for index in 1..<end { whole = Self.step(whole, word[index]) }
        guard let table = UnsafeRawPointer(wiredesk_language_model()) else { return }
        let columns = table + firstColumn
        var sums = ByteColumnSums.Word()
        func look(_ hash: UInt32) { sums.add(columns + Self.row(hash) * Self.rowBytes) }
        look(whole)
        // A word that was cut short ends with a blank all the same.
        func letter(_ index: Int) -> UInt32 { index == end ? 0x20 : word[index] }
        for start in 0..<end {
            let (first, second) = (word[start], letter(start + 1))
            look(Self.step(Self.step(Self.seed &+ 2, first), second))
            guard start + 2 <= end else { break }
            let third = letter(start + 2)
            look(Self.step(Self.step(Self.step(Self.seed &+ 3, first), second), third))
            guard start + 3 <= end else { continue }
            let fourth = letter(start + 3)
            look(Self.step(Self.step(Self.step(Self.step(Self.seed &+ 4, first), second), third), fourth))
        }
        scores.add(sums)
    }

    /// Whether more words could hardly change which language is the likeliest.
    var isSettled: Bool {
        guard words >= Self.wordsBetweenLooks, words.isMultiple(of: Self.wordsBetweenLooks) else { return false }
        return best(claimed: nil).margin >= Self.settlingMargin
    }

    /// The likeliest language, and by how much a word it is likelier than the next one and than the given one, in
    /// 1/25 nat.
    func best(claimed: String?) -> (language: String, margin: Int, overClaimed: Int?) {
        var best = columns.lowerBound
        for column in columns where score(column) > score(best) { best = column }
        var next = 0
        for column in columns where column != best { next = max(next, score(column)) }
        let claimedColumn = columns.first { Self.languages[$0].description == claimed }
        let size = max(1, words)
        return (
            Self.languages[best].description, (score(best) - next) / size,
            claimedColumn.map { (score(best) - score($0)) / size }
        )
    }

    private func score(_ column: Int) -> Int {
        scores[column - firstColumn] + (column == Self.english ? Self.englishPrior : 0)
    }

    private static let seed: UInt32 = 0x811C_9DC5

    @inline(__always)
    private static func step(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 0x0100_0193 }

    @inline(__always)
    private static func row(_ hash: UInt32) -> Int {
        var hash = hash
        hash = (hash ^ hash >> 15) &* 0x2C1B_3C6D
        return Int((hash ^ hash >> 12) & 0x3FFF)
    }
}
