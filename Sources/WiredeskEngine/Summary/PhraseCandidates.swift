/// Collects the phrases of a document.
struct PhraseCandidates {
    private static let longestPhrase = 4
    private static let longestRun = 8

    private let document: Document
    private let words: SummaryWords
    private let entities: [Entity]
    /// Where the words start that name peoples and the like, which say little by themselves.
    private var peoples: Set<Int> = []
    /// The mentions of entities with a name, in text order.
    private var mentions: [Range<Int>] = []
    private var nextMention = 0
    private var numbers: HashNumbering
    /// The names of entities, and the phrases in the order of their numbers.
    private var candidates: [PhraseCandidate] = []
    private var nameCount = 0
    /// Of the words of the candidates, one candidate after the other.
    private var stems: [UInt64] = []

    init(_ document: Document, _ words: SummaryWords, entities: [Entity]) {
        self.document = document
        self.words = words
        self.entities = entities
        numbers = HashNumbering(capacity: document.tokens.count)
        addNames()
        nameCount = candidates.count
    }

    /// Best first; ties go to what stands first.
    func ranked() -> [RankedPhrase] {
        let ranked = candidates.map { RankedPhrase(candidate: $0, score: score($0)) }.filter { $0.score > 0 }
        return ranked.sorted { first, second in
            let (left, right) = (first.candidate.shown, second.candidate.shown)
            return (first.score, right.lowerBound, right.upperBound) > (second.score, left.lowerBound, left.upperBound)
        }
    }

    /// Whether one repeats a word of the other.
    func shareWord(_ first: PhraseCandidate, _ second: PhraseCandidate) -> Bool {
        let known = stems[second.stems]
        return stems[first.stems].contains { known.contains($0) }
    }

    func text(of candidate: PhraseCandidate) -> String {
        candidate.entity.map { entities[$0].name } ?? String(decoding: document.text[candidate.shown], as: UTF8.self)
    }

    /// Adds the phrases of a sentence; sentences come in order.
    mutating func addPhrases(of sentence: Int) {
        let tokens = document.sentenceTokens[sentence]
        var start = tokens.lowerBound
        for index in tokens {
            if isInMention(document.tokens[index].range) || breaksPhrase(index) {
                addRun(start..<index, sentence: sentence)
                start = index + 1
            } else if index - start == Self.longestRun || index > start && !isJoined(index - 1, index) {
                addRun(start..<index, sentence: sentence)
                start = index
            }
        }
        addRun(start..<tokens.upperBound, sentence: sentence)
    }

    private mutating func addNames() {
        let normalizer = TermNormalizer(language: document.language)
        for (index, entity) in entities.enumerated() {
            switch entity.type {
            case .person, .organization, .geopolitical, .location, .facility, .event, .law, .work, .product, .misc:
                break
            case .nationality:
                for mention in entity.mentions { peoples.insert(mention.start) }
                continue
            default: continue
            }
            guard let first = entity.mentions.first, first.start >= 0, first.end <= document.text.count else {
                continue
            }
            let start = stems.count
            let bytes = Array(entity.name.utf8)
            bytes.withUnsafeBufferPointer { buffer in
                for token in Tokenizer.tokens(of: bytes) where token.isWord {
                    stems.append(normalizer.hashes(of: token.range, in: UTF8Text(buffer)).stem)
                }
            }
            guard stems.count > start else { continue }
            for mention in entity.mentions { mentions.append(mention.start..<mention.end) }
            candidates.append(
                PhraseCandidate(
                    stems: start..<stems.count, shown: first.start..<first.end, startsSentence: false,
                    firstSentence: document.sentences.partitioningIndex { $0.end > first.start },
                    count: entity.mentions.count, isName: true, entity: index))
        }
        mentions.sort { $0.lowerBound < $1.lowerBound }
    }

    private mutating func isInMention(_ token: Range<Int>) -> Bool {
        while nextMention < mentions.count, mentions[nextMention].upperBound <= token.lowerBound { nextMention += 1 }
        return nextMention < mentions.count && mentions[nextMention].lowerBound < token.upperBound
    }

    private func breaksPhrase(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.kind == .word else { return true }
        if !words.all[index].signs.isDisjoint(with: [.stop, .phraseBreaker, .speechVerb]) { return true }
        return document.text.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            let range = token.range
            // `EU` and `FA`, but no other word of two letters.
            if range.count < 3, !text[range.lowerBound].isUppercase || !text[range.lowerBound + 1].isUppercase {
                return true
            }
            guard words.isEnglish, text[range.lowerBound].isLowercase else { return false }
            return text.has("ed", at: range.upperBound - 2) || text.has("ly", at: range.upperBound - 2)
                || text.has("n't", at: range.upperBound - 3) || text.has("n’t", at: range.upperBound - 5)
        }
    }

    /// Whether a word without a capital may be a phrase's last: in English neither a participle nor an adjective by its
    /// ending.
    private func canEndPhrase(_ index: Int) -> Bool {
        guard words.isEnglish else { return true }
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
        return Int(document.tokens[second].start) == end + 1 && document.text[end] == 0x20
    }

    /// - Parameter run: tokens, one behind the other.
    private mutating func addRun(_ run: Range<Int>, sentence: Int) {
        for start in run {
            // A name is not cut in two.
            if start > run.lowerBound, isCapital(start), isCapital(start - 1) { continue }
            let startsSentence = start == document.sentenceTokens[sentence].lowerBound
            var hash: UInt64 = 0
            var isName = true
            for end in start..<min(run.upperBound, start + Self.longestPhrase) {
                hash = Hash64.mix(hash ^ words.all[end].stem) &* 0x9E37_79B9_7F4A_7C15
                isName = isName && isCapital(end)
                if end + 1 < run.upperBound, isCapital(end), isCapital(end + 1) { continue }
                if !isCapital(end), !canEndPhrase(end) { continue }
                if start == end, isCapital(end), peoples.contains(Int(document.tokens[end].start)) { continue }
                add(
                    start...end, hash, sentence: sentence, startsSentence: startsSentence,
                    isName: isName && !(startsSentence && start == end))
            }
        }
    }

    private func isCapital(_ index: Int) -> Bool { words.all[index].isCapital }

    /// - Parameter hash: of the stems in order.
    private mutating func add(
        _ tokens: ClosedRange<Int>, _ hash: UInt64, sentence: Int, startsSentence: Bool, isName: Bool
    ) {
        let shown = Int(document.tokens[tokens.lowerBound].start)..<Int(document.tokens[tokens.upperBound].end)
        let known = nameCount + numbers.number(of: hash)
        if known < candidates.count {
            candidates[known].count += 1
            if isName { candidates[known].isName = true }
            if candidates[known].startsSentence, !startsSentence {
                candidates[known].shown = shown
                candidates[known].startsSentence = false
            }
            return
        }
        let start = stems.count
        for index in tokens { stems.append(words.all[index].stem) }
        candidates.append(
            PhraseCandidate(
                stems: start..<stems.count, shown: shown, startsSentence: startsSentence, firstSentence: sentence,
                isName: isName))
    }

    /// Frequency times rarity; longer phrases say more, early ones matter more, and what occurs once must be a name of
    /// several words.
    private func score(_ candidate: PhraseCandidate) -> Float {
        let length = candidate.stems.count
        let isFullName = candidate.entity != nil || (candidate.isName && length > 1)
        guard candidate.count > 1 || (isFullName && candidate.firstSentence < 5) else { return 0 }
        let lengthWeight: Float = length == 1 ? (candidate.isName ? 0.8 : 0.5) : length == 2 ? 1.5 : 1.6
        let placeWeight: Float = 1 + 1 / Float(1 + candidate.firstSentence)
        return Float(min(candidate.count, 12)).squareRoot() * rarity(of: candidate) * lengthWeight * placeWeight
    }

    /// The mean inverse document frequency of its words; names are taken to be rare.
    private func rarity(of candidate: PhraseCandidate) -> Float {
        guard words.isEnglish, candidate.entity == nil else { return 4 }
        return stems[candidate.stems].reduce(0) { $0 + InverseDocumentFrequency.english($1) }
            / Float(candidate.stems.count)
    }
}
