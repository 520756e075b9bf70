import CWiredeskTables

/// How unlikely one character is after another in a language, in 1/16 nat: a bigram model with back-off to the
/// character alone. `Training/encodings` makes the table and says how it is laid out.
struct CharacterCosts {
    /// In the order of the table.
    enum Language: Int, CaseIterable {
        case english, german, french, spanish, italian, portuguese, dutch, swedish, danish, norwegian, finnish
        case icelandic, galician, catalan, estonian, polish, czech, slovak, slovenian, croatian, hungarian, romanian
        case albanian, lithuanian, latvian, turkish, vietnamese, russian, ukrainian, bulgarian, serbian, macedonian
        case belarusian, greek, hebrew, arabic, persian, thai, japanese, korean, simplifiedChinese, traditionalChinese
    }

    private static let perNat = 16
    private static let backOff = 24
    private static let floor = 14 * perNat
    /// For what no text holds: control characters, private use, sequences that mean nothing.
    private static let nonsense = 16 * perNat
    /// For a capital after a small letter, and for letters of two scripts in one word.
    private static let oddity = 6 * perNat

    /// Previous character << 16 | character, ascending; a previous character of 0 stands for any.
    private let keys: UnsafeBufferPointer<UInt32>
    private let costs: UnsafeBufferPointer<UInt8>

    init(_ language: Language) {
        let table = UnsafeRawPointer(wiredesk_encodings_table())
        let header = table.assumingMemoryBound(to: UInt32.self)
        let languages = Int(header[0])
        let first = Int(header[1 + 2 * language.rawValue])
        let count = Int(header[2 + 2 * language.rawValue])
        let total = Int(header[2 * languages - 1] + header[2 * languages])
        let allKeys = header + 1 + 2 * languages
        keys = UnsafeBufferPointer(start: allKeys + first, count: count)
        costs = UnsafeBufferPointer(
            start: UnsafeRawPointer(allKeys + total).assumingMemoryBound(to: UInt8.self) + first, count: count)
    }

    /// What a text costs in all; work ends, with some value that is no less, where the cost passes the limit.
    func cost(of text: UTF8Text, limit: Int) -> Int {
        var total = 0
        var previous: UInt32 = 0x20
        var followsSmallLetter = false
        var index = 0
        while index < text.count, total <= limit {
            let (value, length) = text.scalar(at: index)
            index += length
            let current = Self.folded(value)
            if Self.isNonsense(value) {
                total += Self.nonsense
            } else {
                total += cost(of: current, after: previous)
                if followsSmallLetter, current != value, value >= 0x80 { total += Self.oddity }
                if Self.mixesScripts(previous, current) { total += Self.oddity }
            }
            followsSmallLetter = current == value && Self.isLetter(value)
            previous = current
        }
        return total
    }

    private func cost(of current: UInt32, after previous: UInt32) -> Int {
        if let pair = find(previous << 16 | current) { return pair }
        return min(Self.floor, (find(current) ?? Self.floor) + Self.backOff)
    }

    private func find(_ key: UInt32) -> Int? {
        let index = keys.partitioningIndex { $0 >= key }
        return index < keys.count && keys[index] == key ? Int(costs[index]) : nil
    }

    /// As the table knows it: ASCII but letters is one boundary, letters are in lower case.
    private static func folded(_ value: UInt32) -> UInt32 {
        let lower = CaseFolding.lowercase(value)
        return lower < 0x80 && lower &- 0x61 >= 26 ? 0x20 : min(lower, 0xFFFF)
    }

    private static func isNonsense(_ value: UInt32) -> Bool {
        value == 0xFFFD || (0x80..<0xA0).contains(value) || (0xE000..<0xF900).contains(value)
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        (value | 0x20) &- 0x61 < 26 || value >= 0xC0 && !(0x2000..<0x2C00).contains(value)
    }

    private static func isLatin(_ value: UInt32) -> Bool { value &- 0x61 < 26 || (0xC0..<0x250).contains(value) }

    private static func mixesScripts(_ first: UInt32, _ second: UInt32) -> Bool {
        let others: Range<UInt32> = 0x370..<0x2000
        return isLatin(first) && others.contains(second) || others.contains(first) && isLatin(second)
    }
}
