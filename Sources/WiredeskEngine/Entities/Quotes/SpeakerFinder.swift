/// Finds who said a quote: the subject of a verb of speech beside it, "according to" somebody, a pronoun's person, or
/// whoever spoke before in the same speech.
struct SpeakerFinder {
    /// What beside a quote says who spoke.
    struct Attribution {
        /// `Entity.id`; nil for a description such as "a spokesman".
        var speaker: Int?
        /// The speaker is named by a pronoun.
        var pronoun: Int?
        /// The verb stands right beside the quote.
        var isAdjacent: Bool
        /// There is no verb of speech: it is the subject of the sentence around the quote.
        var isLoose = false
    }

    /// A mention that can speak.
    struct Voice {
        var start: Int
        var end: Int
        var entity: Int
        var isPerson: Bool
        /// `feminine` or `masculine` by the given name; neither when it does not tell.
        var gender: Gazetteer.Kinds
        /// Followed by the `'s` of a possessor, who is not the one that speaks: "Clinton's aide".
        var isPossessor: Bool
    }

    let document: Document
    let words: QuoteWords
    private(set) var voices: [Voice] = []
    private(set) var paragraph = 0..<0
    private(set) var previousParagraph = 0..<0
    private(set) var speakerInParagraph: Int?
    /// The last speaker of the paragraph before, and whether the speech was left open or announced there.
    private(set) var lastSpeaker: Int?
    private var lastQuoteEnd = -1
    private(set) var isContinued = false

    init(_ document: Document, words: QuoteWords, entities: [Entity]) {
        self.document = document
        self.words = words
        for entity in entities where entity.type == .person || entity.type == .organization {
            let gender = Self.gender(of: entity)
            for mention in entity.mentions {
                voices.append(
                    Voice(
                        start: mention.start, end: mention.end, entity: entity.id, isPerson: entity.type == .person,
                        gender: gender, isPossessor: Self.isPossessor(mention.end, document.text)))
            }
        }
        voices.sort { $0.start < $1.start }
    }

    private static func isPossessor(_ end: Int, _ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { UTF8Text($0)[end] == UInt8(ascii: "'") || UTF8Text($0).has("’", at: end) }
    }

    /// The sex that a person's given name tells.
    private static func gender(of entity: Entity) -> Gazetteer.Kinds {
        guard entity.type == .person else { return [] }
        let given = Array(entity.name.utf8.prefix { $0 != 0x20 })
        guard given.count < entity.name.utf8.count else { return [] }
        let key = given.withUnsafeBufferPointer { WordKey.of(UTF8Text($0), given.indices) }
        return Gazetteer.embedded[WordKey.phrase(0, key)].kinds.intersection([.feminine, .masculine])
    }

    /// Whether somebody speaks already where the next quote begins.
    var continuity: SpeechSigns.Continuity { isContinued ? .announced : speakerInParagraph != nil ? .speaker : .nobody }

    /// Goes on to the next paragraph.
    mutating func enter(paragraph: Range<Int>) {
        isContinued = false
        if !self.paragraph.isEmpty {
            // The paragraph before announced the words ("Cruz continued:") or left its quotation open.
            let last = self.paragraph.upperBound - 1
            if words.mark(last) == ":" {
                isContinued = true
                if let announced = announced(in: self.paragraph) { lastSpeaker = announced }
            } else if lastQuoteEnd >= last, lastSpeaker != nil {
                isContinued = true
            } else if lastQuoteEnd < self.paragraph.lowerBound {
                // No quote there: who was reported to say something may go on in the next.
                lastSpeaker = announced(in: self.paragraph, orLastVoice: false)
            }
        }
        previousParagraph = self.paragraph
        self.paragraph = paragraph
        speakerInParagraph = nil
    }

    /// The speaker that a paragraph's last verb of speech has.
    private func announced(in tokens: Range<Int>, orLastVoice: Bool = true) -> Int? {
        var index = tokens.upperBound - 1
        while index >= max(tokens.lowerBound, tokens.upperBound - 30) {
            if words.isSpeech(index) {
                return subject(before: index, from: tokens.lowerBound)?.speaker
                    ?? voice(from: index + 1, to: tokens.upperBound)?.entity
            }
            index -= 1
        }
        return orLastVoice ? voice(lastIn: tokens)?.entity : nil
    }

    /// The speaker of a quote that is one, and remembers it.
    mutating func speaker(of stretch: QuotedStretch, _ attribution: Attribution?) -> Int? {
        var speaker = attribution?.speaker
        if attribution == nil {
            speaker = speakerInParagraph
            if speaker == nil, isContinued || stretch.tokens.lowerBound == paragraph.lowerBound {
                speaker = lastSpeaker
            }
        } else if speaker == nil, let pronoun = attribution?.pronoun {
            speaker = person(ofPronounAt: pronoun, quote: stretch)
        }
        speakerInParagraph = speaker
        lastSpeaker = speaker ?? (attribution == nil ? lastSpeaker : nil)
        lastQuoteEnd = stretch.tokens.upperBound - 1
        return speaker
    }
}
