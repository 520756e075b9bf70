/// Decides whether a candidate ends a sentence.
struct SentenceRules {
    /// Whether a number with a full stop may be an ordinal (German `3. Oktober`).
    private let hasOrdinals: Bool
    /// Abbreviations of the text's language that no sentence ends with before a capital, or none for English.
    private let abbreviations: WordSet?

    init(language: String?) {
        let primary = language.map(LanguageTag.primary(of:)) ?? "en"
        hasOrdinals = Self.ordinalLanguages.contains(primary)
        abbreviations = Abbreviations.other[primary]
    }

    private static let ordinalLanguages: Set<String> = [
        "bs", "cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lb", "lt", "lv", "nb", "nn", "no", "pl", "sk",
        "sl", "sr", "tr",
    ]

    func endsSentence(_ candidate: SentenceEnd, in text: UTF8Text, sentenceStart: Int) -> Bool {
        if candidate.mark == .unambiguous { return endsUnambiguously(candidate, in: text) }
        let next = NextWord(at: candidate.next, in: text)
        guard candidate.precedesBlank else { return endsWithoutBlank(candidate, next, in: text) }
        if candidate.closesQuote || candidate.mark != .fullStop, isBracketInSentence(at: candidate.next, in: text) {
            return false
        }
        switch candidate.mark {
        case .exclamation: return endsAtExclamation(candidate, next, in: text, sentenceStart: sentenceStart)
        case .ellipsis: return endsAtEllipsis(candidate, next)
        default: return endsAtFullStop(candidate, next, in: text, sentenceStart: sentenceStart)
        }
    }

    /// Japanese writes `「…。」と`: the quotation goes on as part of the sentence.
    private func endsUnambiguously(_ candidate: SentenceEnd, in text: UTF8Text) -> Bool {
        guard candidate.closesQuote || candidate.closesBracket, !candidate.precedesBlank else { return true }
        return CharacterClass.of(text.scalar(at: candidate.next).value) != .hiragana
            && !text.has("，", at: candidate.next) && !text.has("、", at: candidate.next)
    }

    /// A blank that was lost: `the end.Then`, `the end."Then`.
    private func endsWithoutBlank(_ candidate: SentenceEnd, _ next: NextWord, in text: UTF8Text) -> Bool {
        guard next.start == candidate.end, next.shape == .upper else { return false }
        let before = text[candidate.start - 1]
        guard before.isLowercase || before >= 0x80 || before == UInt8(ascii: ")") else { return false }
        let previous = PreviousWord(before: candidate.start, in: text)
        return previous.range.count > 2 && !previous.hasFullStop
            && (next.range.count > 1 || text.blankLength(at: next.range.upperBound) > 0)
            && text[next.range.upperBound] != UInt8(ascii: "@")
    }

    private func endsAtExclamation(
        _ candidate: SentenceEnd, _ next: NextWord, in text: UTF8Text, sentenceStart: Int
    ) -> Bool {
        switch next.shape {
        case .none: return false
        case .lower: return startsInLowerCase(candidate, next, in: text, sentenceStart: sentenceStart)
        case .upper:
            if candidate.closesQuote || candidate.closesBracket { return !isAttribution(next, in: text) }
            return true
        default: return true
        }
    }

    private func endsAtEllipsis(_ candidate: SentenceEnd, _ next: NextWord) -> Bool {
        if candidate.isSpaced, candidate.fullStops < 4 { return false }
        return next.shape == .upper || next.shape == .caseless
    }

    private func endsAtFullStop(
        _ candidate: SentenceEnd, _ next: NextWord, in text: UTF8Text, sentenceStart: Int
    ) -> Bool {
        let previous = PreviousWord(before: candidate.start, in: text)
        switch next.shape {
        case .none: return false
        case .lower: return startsInLowerCase(candidate, next, in: text, sentenceStart: sentenceStart)
        case .digit:
            if candidate.closesQuote || candidate.closesBracket { return true }
            return !endsAbbreviationBeforeNumber(previous, in: text)
        case .upper:
            if candidate.closesQuote { return !isAttribution(next, in: text, only: true) }
        case .caseless, .other: break
        }
        if candidate.closesBracket || previous.range.isEmpty { return true }
        if previous.range.lowerBound == sentenceStart, previous.isNumber, previous.range.count <= 2 { return false }
        if previous.isNumber { return !(hasOrdinals && previous.range.count <= 2) || next.startsSentence(in: text) }
        return !endsAbbreviation(previous, before: next, in: text)
    }

    /// Whether somebody who writes without capitals starts a sentence here: after a plain word of some length, with a
    /// web address, a function word, or, where this sentence had no capital either, any word.
    private func startsInLowerCase(
        _ candidate: SentenceEnd, _ next: NextWord, in text: UTF8Text, sentenceStart: Int
    ) -> Bool {
        if text.has("http", at: next.start) || text.has("www.", at: next.start) { return true }
        guard !candidate.closesQuote, !candidate.closesBracket else { return false }
        guard candidate.mark == .exclamation || next.startsSentence(in: text) || text[sentenceStart].isLowercase else {
            return false
        }
        let previous = PreviousWord(before: candidate.start, in: text)
        return previous.range.count >= 3 && !previous.isCapitalized && !previous.hasFullStop
            && !endsAbbreviationBeforeNumber(previous, in: text)
            && !Abbreviations.suffixes.contains(text.bytes, previous.range)
    }

    private func endsAbbreviationBeforeNumber(_ word: PreviousWord, in text: UTF8Text) -> Bool {
        if word.isNumber { return hasOrdinals && word.range.count <= 2 }
        if word.range.isEmpty { return false }
        let bytes = text.bytes
        if word.isInitial || word.isLowercaseLetter || word.hasFullStop { return true }
        return Abbreviations.numbered.contains(bytes, word.range) || Abbreviations.months.contains(bytes, word.range)
            || Abbreviations.lowercase.contains(bytes, word.range) || Abbreviations.titles.contains(bytes, word.range)
            || abbreviations?.contains(bytes, word.range) == true || isNumeroSign(word, in: text)
    }

    private func isNumeroSign(_ word: PreviousWord, in text: UTF8Text) -> Bool {
        text.has("N°", at: word.range.lowerBound) || text.has("n°", at: word.range.lowerBound)
    }

    /// Whether the full stop before a capital shortens the word and ends no sentence.
    private func endsAbbreviation(_ word: PreviousWord, before next: NextWord, in text: UTF8Text) -> Bool {
        let bytes = text.bytes
        if abbreviations?.contains(bytes, word.range) == true { return true }
        if word.isLowercaseLetter || Abbreviations.neverFinal.contains(bytes, word.range) { return true }
        if word.isInitial {
            // `Albert I. Jones`, but `you and I. Did you`; `John A. Smith`, but `Plan B. The`.
            return !next.startsSentence(in: text)
        }
        if word.isCapitalized, Abbreviations.titles.contains(bytes, word.range) {
            return !(Abbreviations.suffixes.contains(bytes, word.range) && next.startsSentence(in: text))
        }
        if word.hasFullStop || Abbreviations.suffixes.contains(bytes, word.range)
            || Abbreviations.lowercase.contains(bytes, word.range)
            || (word.isCapitalized && Abbreviations.months.contains(bytes, word.range))
        {
            return !next.startsSentence(in: text)
        }
        return false
    }

    /// Whether a bracket opens here that the sentence goes on behind: `"…!" (Lee 55).`
    private func isBracketInSentence(at start: Int, in text: UTF8Text) -> Bool {
        guard text[start] == UInt8(ascii: "(") else { return false }
        var index = start + 1
        while index - start < 64, text[index] != UInt8(ascii: ")") { index += 1 }
        switch text[index + 1] {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return true
        default: return text[index + 1] == 0x20 && text[index + 2].isLowercase
        }
    }

    /// Whether what follows a quotation says who said it: `Anna Lee said`, `Mr. Lee asked`.
    ///
    /// - Parameter only: whether it must say nothing more.
    private func isAttribution(_ next: NextWord, in text: UTF8Text, only: Bool = false) -> Bool {
        if next.opensQuote { return false }
        var index = next.start
        for position in 0..<4 {
            let start = index
            while text[index].isLetter || text[index] >= 0x80 { index += 1 }
            guard index > start else { return false }
            if position > 0, StopWords.speechVerbs.contains(text.bytes, start..<index) {
                if only { return text[index] == UInt8(ascii: ".") }
                // `"Why?" Lee said:` and `Lee said, "…"` introduce another quotation.
                return text[index] != UInt8(ascii: ":") && !text.has(", \"", at: index) && !text.has(", “", at: index)
            }
            guard text.isUppercase(at: start) else { return false }
            if text[index] == UInt8(ascii: ".") { index += 1 }
            guard text[index] == 0x20 else { return false }
            index += 1
        }
        return false
    }
}
