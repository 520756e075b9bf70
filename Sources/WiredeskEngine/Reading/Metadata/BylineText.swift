/// A short text cut into words, as bylines need them: what each can be, its case, and the signs before it.
struct BylineText {
    struct Word {
        /// In the text's bytes, without signs and without punctuation around it.
        var core: Range<Int>
        /// A full stop stands behind it.
        var endsInStop = false
        var kind: BylineWordKind
        var key: UInt64
        /// The first letter's case; nil in scripts without.
        var isUpper: Bool?
        /// A sign such as a comma or a bar stands before it.
        var followsSign = false
        /// A colon stands behind it.
        var endsInColon = false
        /// Figures, an address, a handle, or no letter at all.
        var isNoise = false
        /// It holds a sign that no name has.
        var isOdd = false
        /// Letters after the first that are lower-case.
        var hasLower = false
        /// Characters.
        var length = 0
        /// "example.org": a full stop between letters.
        var isDomain = false
    }

    let bytes: [UInt8]
    private(set) var words: [Word] = []
    /// Whether a sign stands behind the last word.
    private var isAfterSign = false

    /// No byline is longer, in bytes; what is longer is text and has no words here.
    static let maximumLength = 300

    init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.count <= Self.maximumLength else { return }
        words.reserveCapacity(16)
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            var start = 0
            while index < bytes.count {
                let before = index
                let byte = bytes[index]
                let scalar = byte < 0x80 ? UInt32(byte) : ScalarDecoder.next(bytes, &index, end: bytes.count)
                if byte < 0x80 { index += 1 }
                let isSpace = Self.isSpace(scalar)
                guard isSpace || Self.isSign(scalar) else { continue }
                addWord(bytes, start..<before)
                start = index
                if !isSpace { isAfterSign = true }
            }
            addWord(bytes, start..<bytes.count)
        }
    }

    /// The words as the text has them.
    func string(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: bytes[words[first].core.lowerBound..<words[last].core.upperBound], as: UTF8.self)
    }

    /// Whether a word is a given name that the gazetteer lists and nothing else.
    func isGivenName(_ index: Int) -> Bool {
        let kinds = known(index)
        return kinds.contains(.givenName) && !kinds.contains(.common) && words[index].isUpper == true
    }

    /// Whether the gazetteer takes the words for a person's name: a given name first, and nothing that speaks against it.
    func isKnownPerson(_ range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last, PersonNameTest.isFullName(self, range) else {
            return false
        }
        return isGivenName(first) || known(first).contains(.givenName) && known(last).contains(.surname)
    }

    private func known(_ index: Int) -> Gazetteer.Kinds {
        let core = words[index].core
        let key = bytes.withUnsafeBufferPointer { WordKey.of(UTF8Text($0), core) }
        return Gazetteer.embedded[WordKey.phrase(0, key)].kinds
    }

    private mutating func addWord(_ bytes: UnsafeBufferPointer<UInt8>, _ whole: Range<Int>) {
        var core = whole
        while let first = core.first, Self.isTrimmed(bytes[first]) { core = core.dropFirst() }
        var endsInColon = false
        while let last = core.last, Self.isTrimmed(bytes[last]) {
            endsInColon = endsInColon || bytes[last] == UInt8(ascii: ":")
            core = core.dropLast()
        }
        guard bytes[core].contains(where: { $0 != UInt8(ascii: "-") }) else {
            // Dashes on their own, or punctuation.
            if !whole.isEmpty { isAfterSign = true }
            return
        }
        var word = Word(core: core, kind: [], key: 0)
        describe(&word, bytes)
        word.followsSign = isAfterSign
        word.endsInColon = endsInColon
        word.endsInStop = core.upperBound < whole.upperBound && bytes[core.upperBound] == UInt8(ascii: ".")
        isAfterSign = endsInColon
        words.append(word)
    }

    private func describe(_ word: inout Word, _ bytes: UnsafeBufferPointer<UInt8>) {
        var hasLetter = false
        var index = word.core.lowerBound
        var previous: UInt32 = 0
        var hash = Hash64()
        while index < word.core.upperBound {
            let byte = bytes[index].lowercased
            if byte &- 0x61 < 26 {
                // Most characters are plain letters.
                let isUpper = bytes[index] != byte
                if !hasLetter { word.isUpper = isUpper } else if !isUpper { word.hasLower = true }
                if previous == 0x2E { word.isDomain = !isUpper && word.hasLower }
                hasLetter = true
                hash.add(byte)
                word.length += 1
                previous = UInt32(byte)
                index += 1
                continue
            }
            let scalar = ScalarDecoder.next(bytes, &index, end: word.core.upperBound)
            word.length += 1
            hash.add(scalar: CaseFolding.lowercase(scalar))
            switch ScalarKind(scalar) {
            case .upper:
                if !hasLetter { word.isUpper = true }
                hasLetter = true
                if previous == 0x2E { word.isDomain = false }
            case .lower:
                if hasLetter { word.hasLower = true } else { word.isUpper = false }
                hasLetter = true
                if previous == 0x2E { word.isDomain = word.hasLower }
            case .uncased: hasLetter = true
            case .digit, .at: word.isNoise = true
            case .quote: word.isOdd = word.isOdd || scalar != 0x27 && scalar != 0x2019
            case .dash: break
            default: word.isOdd = word.isOdd || Self.isOdd(scalar) || scalar == 0x2E && previous == 0x2E
            }
            previous = scalar
        }
        word.key = hash.value
        word.kind = BylineVocabulary.shared.kind(word.key)
        if !hasLetter { word.isNoise = true }
        // "wpadmin" is an account, not a name.
        let first = bytes[word.core.lowerBound].lowercased
        let last = bytes[word.core.upperBound - 1].lowercased
        if last == UInt8(ascii: "n"),
            bytes[word.core].suffix(5).elementsEqual("admin".utf8, by: { $0.lowercased == $1 })
        {
            word.isOdd = true
        }
        if first == UInt8(ascii: "h"), bytes[word.core].starts(with: "http".utf8) { word.isNoise = true }
        if first == UInt8(ascii: "w"), bytes[word.core].starts(with: "www.".utf8) { word.isNoise = true }
    }

    /// `… : ! ? # < > { } =`
    private static func isOdd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2026, 0x3A, 0x21, 0x3F, 0x23, 0x3C, 0x3E, 0x7B, 0x7D, 0x3D: true
        default: false
        }
    }

    private static func isTrimmed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "*"),
            UInt8(ascii: "'"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 || scalar == 0x202F
    }

    /// Signs that stand between names: `, ; | / & + ( ) [ ] "` and `· • – — » « ›`, the thin space and `、`.
    private static func isSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x3B, 0x7C, 0x2F, 0x26, 0x2B, 0x28, 0x29, 0x5B, 0x5D, 0x22, 0xB7, 0x2022, 0x2013, 0x2014, 0xAB, 0xBB,
            0x203A, 0x2009, 0x3001, 0x25CF, 0x25AA:
            true
        default: false
        }
    }
}
