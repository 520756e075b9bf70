/// Collects the phrases of a document.
struct PhraseCandidates {
    private static let longestPhrase = 4
    private static let longestRun = 8

    private let document: Document
    private let normalizer: TermNormalizer
    private let stopWords: WordSet
    private let isEnglish: Bool
    /// For each entity with a name, its place in `candidates`, and its mentions in text order.
    private var mentions: [(range: Range<Int>, entity: Int)] = []
    private var nextMention = 0
    private var numbers: Vocabulary
    private var candidates: [PhraseCandidate] = []
    private var candidateOfNumber: [Int] = []

    init(_ document: Document, entities: [Entity]) {
        self.document = document
        normalizer = TermNormalizer(language: document.language)
        stopWords = StopWords.of(document.language)
        isEnglish = normalizer.isEnglish
        numbers = Vocabulary(capacity: document.tokens.count)
        addNames(of: entities)
    }

    /// Best first; ties go to what stands first.
    func ranked() -> [PhraseCandidate] {
        var ranked: [PhraseCandidate] = []
        for index in candidates.indices {
            let score = score(candidates[index])
            guard score > 0 else { continue }
            ranked.append(candidates[index])
            ranked[ranked.count - 1].score = score
        }
        return ranked.sorted {
            ($0.score, $1.shown.lowerBound, $1.shown.upperBound) > ($1.score, $0.shown.lowerBound, $0.shown.upperBound)
        }
    }

    /// Adds the phrases of a sentence; sentences come in order.
    mutating func addPhrases(of sentence: Int) {
        var run: [Int] = []
        for index in document.sentenceTokens[sentence] {
            if isInMention(document.tokens[index].range) || breaksPhrase(index) {
                addPhrases(of: run, sentence: sentence)
                run.removeAll(keepingCapacity: true)
                continue
            }
            if let last = run.last, !isJoined(last, index) {
                addPhrases(of: run, sentence: sentence)
                run.removeAll(keepingCapacity: true)
            }
            if run.count < Self.longestRun { run.append(index) }
        }
        addPhrases(of: run, sentence: sentence)
    }

    private mutating func addNames(of entities: [Entity]) {
        for entity in entities {
            switch entity.type {
            case .person, .organization, .geopolitical, .location, .facility, .event, .law, .work, .product, .misc:
                break
            default: continue
            }
            guard let first = entity.mentions.first, first.start >= 0, first.end <= document.text.count else {
                continue
            }
            let bytes = Array(entity.name.utf8)
            let words = bytes.withUnsafeBufferPointer { buffer in
                Tokenizer.tokens(of: bytes).filter(\.isWord).map { normalizer.hash(of: $0.range, in: UTF8Text(buffer)) }
            }
            guard !words.isEmpty else { continue }
            for mention in entity.mentions { mentions.append((mention.start..<mention.end, candidates.count)) }
            let sentence = document.sentences.firstIndex { $0.end > first.start } ?? 0
            candidates.append(
                PhraseCandidate(
                    words: words, shown: first.start..<first.end, startsSentence: false, firstSentence: sentence,
                    count: entity.mentions.count, isName: true, rarity: 4, entityName: entity.name))
        }
        mentions.sort { ($0.range.lowerBound, $0.entity) < ($1.range.lowerBound, $1.entity) }
    }

    private mutating func isInMention(_ token: Range<Int>) -> Bool {
        while nextMention < mentions.count, mentions[nextMention].range.upperBound <= token.lowerBound {
            nextMention += 1
        }
        return nextMention < mentions.count && mentions[nextMention].range.lowerBound < token.upperBound
    }

    private func breaksPhrase(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.kind == .word else { return true }
        return document.text.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            let range = token.range
            if stopWords.contains(bytes, range) { return true }
            // `EU` and `FA`, but no other word of two letters.
            if range.count < 3, !text[range.lowerBound].isUppercase || !text[range.lowerBound + 1].isUppercase {
                return true
            }
            guard isEnglish else { return false }
            if StopWords.phraseBreakers.contains(bytes, range) || StopWords.speechVerbs.contains(bytes, range) {
                return true
            }
            guard text[range.lowerBound].isLowercase else { return false }
            return text.has("ed", at: range.upperBound - 2) || text.has("ly", at: range.upperBound - 2)
                || text.has("n't", at: range.upperBound - 3) || text.has("n’t", at: range.upperBound - 5)
        }
    }

    /// Whether a word without a capital may be a phrase's last: in English neither a participle nor an adjective by its
    /// ending.
    private func canEndPhrase(_ index: Int) -> Bool {
        guard isEnglish else { return true }
        return document.text.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            let end = document.tokens[index].range.upperBound
            return !text.has("ing", at: end - 3) && !text.has("ous", at: end - 3) && !text.has("ful", at: end - 3)
                && !text.has("ive", at: end - 3) && !text.has("able", at: end - 4) && !text.has("stic", at: end - 4)
        }
    }

    /// Whether one blank stands between two tokens.
    private func isJoined(_ first: Int, _ second: Int) -> Bool {
        let end = Int(document.tokens[first].end)
        return second == first + 1 && Int(document.tokens[second].start) == end + 1 && document.text[end] == 0x20
    }

    private mutating func addPhrases(of run: [Int], sentence: Int) {
        guard !run.isEmpty else { return }
        let first = document.sentenceTokens[sentence].lowerBound
        let (hashes, capitals) = document.text.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            return (
                run.map { normalizer.hash(of: document.tokens[$0].range, in: text) },
                run.map { text.isUppercase(at: Int(document.tokens[$0].start)) }
            )
        }
        for start in run.indices {
            // A name is not cut in two.
            if start > 0, capitals[start], capitals[start - 1] { continue }
            for end in start..<min(run.count, start + Self.longestPhrase) {
                if end + 1 < run.count, capitals[end], capitals[end + 1] { continue }
                if !capitals[end], !canEndPhrase(run[end]) { continue }
                let startsSentence = run[start] == first
                let isName = capitals[start...end].allSatisfy { $0 } && !(startsSentence && start == end)
                add(
                    hashes[start...end], tokens: run[start]...run[end], sentence: sentence,
                    startsSentence: startsSentence, isName: isName)
            }
        }
    }

    private mutating func add(
        _ words: ArraySlice<UInt64>, tokens: ClosedRange<Int>, sentence: Int, startsSentence: Bool, isName: Bool
    ) {
        let shown = Int(document.tokens[tokens.lowerBound].start)..<Int(document.tokens[tokens.upperBound].end)
        var hash: UInt64 = UInt64(words.count)
        for word in words { hash = Hash64.mix(hash ^ word) &* 0x9E37_79B9_7F4A_7C15 }
        let number = numbers.number(of: hash)
        if number < candidateOfNumber.count {
            let known = candidateOfNumber[number]
            candidates[known].count += 1
            if isName { candidates[known].isName = true }
            if candidates[known].startsSentence, !startsSentence {
                candidates[known].shown = shown
                candidates[known].startsSentence = false
            }
            return
        }
        let rarity = isEnglish ? words.reduce(0) { $0 + InverseDocumentFrequency.english($1) } / Float(words.count) : 4
        candidateOfNumber.append(candidates.count)
        candidates.append(
            PhraseCandidate(
                words: Array(words), shown: shown, startsSentence: startsSentence, firstSentence: sentence,
                isName: isName,
                rarity: rarity))
    }

    /// Frequency times rarity; longer phrases say more, early ones matter more, and what occurs once must be a name of
    /// several words.
    private func score(_ candidate: PhraseCandidate) -> Float {
        let length = candidate.words.count
        let isFullName = candidate.entityName != nil || (candidate.isName && length > 1)
        guard candidate.count > 1 || (isFullName && candidate.firstSentence < 5) else { return 0 }
        let lengthWeight: Float = length == 1 ? (candidate.isName ? 0.8 : 0.5) : length == 2 ? 1.5 : 1.6
        let placeWeight: Float = 1 + 1 / Float(1 + candidate.firstSentence)
        return Float(min(candidate.count, 12)).squareRoot() * candidate.rarity * lengthWeight * placeWeight
    }
}
