/// The features of a word for the name tagger, as 32-bit hashes. The trainer in `Training/name-tagger` runs this very code.
///
/// The templates follow Ratinov and Roth (2009): the words around, their forms and affixes, what lists say of them, the
/// other occurrences in the document, and here also what the rules make of the word.
struct NameFeatures {
    /// A word has at most so many of a pass.
    static let most = 80

    private let words: UnsafePointer<TaggerWord>
    private let boundary: UnsafePointer<TaggerWord>
    private let output: UnsafeMutablePointer<UInt32>
    private(set) var count = 0

    /// - Parameters:
    ///   - words: those of a `TaggerInput`.
    ///   - output: room for `most` features.
    init(_ words: UnsafeBufferPointer<TaggerWord>, into output: UnsafeMutablePointer<UInt32>) {
        // Never empty: the boundary is always there.
        self.words = words.baseAddress.unsafelyUnwrapped
        boundary = self.words + (words.count - 1)
        self.output = output
    }

    @inline(__always)
    private mutating func add(_ template: UInt32, _ value: UInt32) {
        output[count] = FeatureHash.mix(value, template)
        count += 1
    }

    @inline(__always)
    private mutating func add(_ template: UInt32, _ first: UInt32, _ second: UInt32) {
        add(template, FeatureHash.mix(first, second))
    }

    @inline(__always)
    private mutating func add(_ template: UInt32, _ first: UInt32, _ second: UInt32, _ third: UInt32) {
        add(template, FeatureHash.mix(first, second), third)
    }

    @inline(__always)
    private func word(_ index: Int, in sentence: Range<Int>) -> UnsafePointer<TaggerWord> {
        sentence.contains(index) ? words + index : boundary
    }

    /// Writes the features of a word that do not depend on decisions about others.
    mutating func addFirstPass(_ index: Int, in sentence: Range<Int>) {
        count = 0
        let word = words + index
        let before = self.word(index - 1, in: sentence)
        let before2 = self.word(index - 2, in: sentence)
        let after = self.word(index + 1, in: sentence)
        let after2 = self.word(index + 2, in: sentence)
        let shape = word.pointee.shape
        add(0, 0)
        add(1, word.pointee.word)
        add(2, word.pointee.lower)
        add(3, before.pointee.word)
        add(4, after.pointee.word)
        add(5, before2.pointee.lower)
        add(6, after2.pointee.lower)
        add(7, before.pointee.lower, word.pointee.lower)
        add(8, word.pointee.lower, after.pointee.lower)
        add(9, before2.pointee.lower, before.pointee.lower)
        add(10, after.pointee.lower, after2.pointee.lower)
        add(11, shape, word.pointee.position)
        add(12, word.pointee.form)
        add(13, before.pointee.shape, shape)
        add(14, shape, after.pointee.shape)
        add(15, before.pointee.shape, shape, after.pointee.shape)
        add(16, before2.pointee.shape, before.pointee.shape, shape)
        add(17, shape, after.pointee.shape, after2.pointee.shape)
        add(18, before.pointee.lower, shape)
        add(19, after.pointee.lower, shape)
        add(20, word.pointee.position)
        for length in 0..<4 where word.pointee.prefixes[length] != 0 {
            if length > 0 { add(21 + UInt32(length), word.pointee.prefixes[length]) }
            add(25 + UInt32(length), word.pointee.suffixes[length])
        }
        add(29, word.pointee.suffixes[2], shape)
        add(30, before.pointee.suffixes[2])
        add(31, after.pointee.suffixes[2])
        addKnowledge(word, before, after)
        addRules(word, before, after, before2, after2)
        if word.pointee.evidence != 0 {
            add(60, word.pointee.evidence)
            add(61, word.pointee.evidence, word.pointee.kinds)
            for bit in 0..<UInt32(10) where (word.pointee.evidence - 1) >> bit & 1 == 1 { add(62, bit) }
        }
        if before.pointee.evidence != 0 { add(63, before.pointee.evidence) }
        if after.pointee.evidence != 0 { add(64, after.pointee.evidence) }
    }

    private mutating func addKnowledge(
        _ word: UnsafePointer<TaggerWord>, _ before: UnsafePointer<TaggerWord>, _ after: UnsafePointer<TaggerWord>
    ) {
        add(32, word.pointee.classes, word.pointee.shape)
        add(33, before.pointee.classes)
        add(34, after.pointee.classes)
        add(35, before.pointee.classes, word.pointee.classes)
        add(36, word.pointee.classes, after.pointee.classes)
        add(37, word.pointee.kinds, word.pointee.shape)
        add(38, before.pointee.kinds, before.pointee.shape)
        add(39, after.pointee.kinds, after.pointee.shape)
        add(40, before.pointee.kinds, word.pointee.kinds)
        add(41, word.pointee.kinds, after.pointee.kinds)
        if word.pointee.phrase != 0 {
            add(42, word.pointee.phrase)
            add(43, word.pointee.phrase, word.pointee.shape)
        }
        if before.pointee.phrase != 0 { add(44, before.pointee.phrase) }
        if after.pointee.phrase != 0 { add(45, after.pointee.phrase) }
    }

    private mutating func addRules(
        _ word: UnsafePointer<TaggerWord>, _ before: UnsafePointer<TaggerWord>, _ after: UnsafePointer<TaggerWord>,
        _ before2: UnsafePointer<TaggerWord>, _ after2: UnsafePointer<TaggerWord>
    ) {
        let rule = word.pointee.rule
        add(46, rule)
        add(47, rule, word.pointee.shape)
        add(48, rule, word.pointee.lower)
        add(49, rule, word.pointee.kinds)
        add(50, before.pointee.rule, rule)
        add(51, rule, after.pointee.rule)
        add(52, before.pointee.rule, rule, after.pointee.rule)
        add(53, rule, before.pointee.lower)
        add(54, rule, after.pointee.lower)
        add(55, rule, word.pointee.suffixes[2])
        add(56, before2.pointee.rule, before.pointee.rule, rule)
        add(57, rule, after.pointee.rule, after2.pointee.rule)
    }

    /// Writes the features of a word that depend on the first pass over the document.
    mutating func addSecondPass(_ index: Int, in sentence: Range<Int>, _ decisions: DocumentDecisions) {
        count = 0
        let word = words + index
        if word.pointee.entry >= 0 {
            let labels = decisions[Int(word.pointee.entry)]
            add(70, labels.most)
            add(71, labels.most, word.pointee.shape)
            add(72, labels.most, labels.isFrequent ? 1 : 0)
            add(73, labels.most, word.pointee.rule)
            for label in 0..<NameLabel.count {
                let quarters = labels.quarters(label)
                if quarters > 0 { add(74, UInt32(label), UInt32(quarters)) }
            }
        }
        let before = self.word(index - 1, in: sentence)
        if before.pointee.entry >= 0 { add(75, decisions[Int(before.pointee.entry)].most) }
        let after = self.word(index + 1, in: sentence)
        if after.pointee.entry >= 0 { add(76, decisions[Int(after.pointee.entry)].most) }
    }
}
