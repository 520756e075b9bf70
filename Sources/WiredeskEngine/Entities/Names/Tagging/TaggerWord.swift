/// A lexeme as the name tagger's features see it: all that is asked about it more than once, as hashes.
struct TaggerWord {
    /// As it is written, digits as zeros.
    var word: UInt32 = 0
    /// The same in lower case (ASCII).
    var lower: UInt32 = 0
    /// Runs of upper-case, lower-case, digit and other bytes: `Xx` for `Milan`.
    var shape: UInt32 = 0
    /// The same for each of the first eight bytes.
    var form: UInt32 = 0
    /// Of the first one to four bytes in lower case; 0 where the word is shorter.
    var prefixes = SIMD4<UInt32>(repeating: 0)
    var suffixes = SIMD4<UInt32>(repeating: 0)
    /// Its place: opening, in a headline, glued, in a time or an amount.
    var position: UInt32 = 0
    /// `WordClass` bits.
    var classes: UInt32 = 0
    /// `Gazetteer.Kinds` bits.
    var kinds: UInt32 = 0
    /// The gazetteer's phrase that it is in and its place there; 0 for none.
    var phrase: UInt32 = 0
    /// What the rules say it is part of, and its place there; 0 for none.
    var rule: UInt32 = 0
    /// What the document shows of the word elsewhere; 0 for words that it never capitalises.
    var evidence: UInt32 = 0
    /// Its number among the words that the document capitalises; -1 for others.
    var entry: Int32 = -1

    /// What stands before the first and after the last word of a sentence.
    static let boundary: TaggerWord = {
        var word = TaggerWord()
        word.word = 0x42
        word.lower = 0x42
        word.shape = 0x42
        word.form = 0x42
        word.classes = 0x42
        return word
    }()
}

extension TaggerWord {
    /// The hashes of the bytes of a word.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var word = FeatureHash.seed
        var lower = FeatureHash.seed
        var shape = FeatureHash.seed
        var form = FeatureHash.seed
        var lastKind: UInt8 = 0
        for (index, byte) in bytes.enumerated() {
            let kind = Self.kind(byte)
            let written = kind == Self.digit ? UInt8(ascii: "0") : byte
            word = FeatureHash.add(written, to: word)
            lower = FeatureHash.add(written.lowercased, to: lower)
            if kind != lastKind { shape = FeatureHash.add(kind, to: shape) }
            if index < 8 { form = FeatureHash.add(kind, to: form) }
            if index < 4 { prefixes[index] = lower }
            lastKind = kind
        }
        var suffix = FeatureHash.seed
        for length in 0..<min(4, bytes.count) {
            let byte = bytes[bytes.count - 1 - length]
            suffix = FeatureHash.add(Self.kind(byte) == Self.digit ? UInt8(ascii: "0") : byte.lowercased, to: suffix)
            suffixes[length] = suffix
        }
        self.word = word
        self.lower = lower
        self.shape = shape
        self.form = form
    }

    private static let digit = UInt8(ascii: "d")

    @inline(__always)
    private static func kind(_ byte: UInt8) -> UInt8 {
        if byte.isLowercase { return UInt8(ascii: "x") }
        if byte.isUppercase { return UInt8(ascii: "X") }
        if byte.isDigit { return digit }
        return byte < 0x80 ? byte : UInt8(ascii: "u")
    }
}
