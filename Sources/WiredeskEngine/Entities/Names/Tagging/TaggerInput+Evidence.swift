/// What a document shows of each word that it capitalises, by all its occurrences.
extension TaggerInput {
    private struct Evidence: OptionSet {
        let rawValue: UInt32
        static let inLowerCase = Evidence(rawValue: 1 << 0)
        /// Capitalised where only a name is.
        static let insideSentence = Evidence(rawValue: 1 << 1)
        static let afterTitle = Evidence(rawValue: 1 << 2)
        static let beforeSpeech = Evidence(rawValue: 1 << 3)
        static let beforeOrganizationHead = Evidence(rawValue: 1 << 4)
        static let afterLocative = Evidence(rawValue: 1 << 5)
        static let afterCapital = Evidence(rawValue: 1 << 6)
        static let beforeCapital = Evidence(rawValue: 1 << 7)
        static let afterGivenName = Evidence(rawValue: 1 << 8)
        static let beforePlace = Evidence(rawValue: 1 << 9)
    }

    /// Numbers the capitalised words and gives each what is seen of it.
    mutating func gatherEvidence(_ text: LexedText) {
        var slots = HashNumbering(capacity: text.lexemes.count)
        var seen: [Evidence] = []
        for sentence in sentences {
            for index in sentence where text.lexemes[index].has(.capital) && text.lexemes[index].length > 1 {
                let entry = slots.number(of: text.lexemes[index].key)
                if entry == seen.count { seen.append([]) }
                seen[entry].formUnion(Self.evidence(index, in: sentence, text))
                words[index].entry = Int32(truncatingIfNeeded: entry)
            }
        }
        for lexeme in text.lexemes where lexeme.has(.word) && !lexeme.has(.capital) && lexeme.length > 1 {
            if let entry = slots.find(lexeme.key) { seen[entry].insert(.inLowerCase) }
        }
        entries = seen.count
        for index in text.lexemes.indices where words[index].entry >= 0 {
            words[index].evidence = seen[Int(words[index].entry)].rawValue + 1
        }
    }

    private static func evidence(_ index: Int, in sentence: Range<Int>, _ text: LexedText) -> Evidence {
        let lexeme = text.lexemes[index]
        var evidence: Evidence = []
        if lexeme.shape.isDisjoint(with: [.opening, .titleCase, .shouted]) { evidence.insert(.insideSentence) }
        if index > sentence.lowerBound {
            let previous = text.lexemes[index - 1]
            if previous.isIn(.title) { evidence.insert(.afterTitle) }
            if previous.isIn(.locative) { evidence.insert(.afterLocative) }
            if previous.has(.capital) { evidence.insert(.afterCapital) }
            if previous.gazetteer.kinds.contains(.givenName) { evidence.insert(.afterGivenName) }
        }
        if index + 1 < sentence.upperBound {
            let next = text.lexemes[index + 1]
            if next.isIn(.speech) { evidence.insert(.beforeSpeech) }
            if next.isIn([.organizationHead, .companySuffix]) { evidence.insert(.beforeOrganizationHead) }
            if next.has(.capital) { evidence.insert(.beforeCapital) }
            if next.isMark(","), index + 2 < sentence.upperBound,
                !text.lexemes[index + 2].gazetteer.kinds.isDisjoint(with: [.country, .region])
            {
                evidence.insert(.beforePlace)
            }
        }
        return evidence
    }
}
