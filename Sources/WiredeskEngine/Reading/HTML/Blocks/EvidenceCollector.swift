/// Gathers what the markup says about the article while the page is read.
struct EvidenceCollector: ~Copyable {
    /// Pages repeat their metadata in teasers; past these numbers nothing new is said.
    private static let maximumMetas = 300
    private static let maximumLinks = 50
    private static let maximumMarks = 400
    private static let maximumHeadings = 200
    /// Bytes of linked data in all.
    private static let maximumLinkedData = 1 << 20
    /// A byline or a date is shorter.
    private static let longestMark = 400

    /// Names that mark something about the article.
    static let marks: MarkupEvidence = [.byline, .date, .subtitle, .intro, .tags, .section]

    private(set) var evidence = PageEvidence()
    private var linkedDataBytes = 0
    private var openMarks: [OpenMark] = []
    private var scratch = TextSink()

    /// Names of what stands in a heading before the headline: its topic, its rubric.
    private static let kickers: MarkupEvidence = [.metadata, .subtitle, .tags, .section]

    /// Positions of the open headings among the open marks.
    private var openHeadings: [Int] = []

    /// A heading or a marked element whose end has not been seen.
    private struct OpenMark {
        var textStart: Int
        var level: Int
        var marked: PageEvidence.Marked?
        var position: Int
        /// Where a heading's kicker ends in the page's text.
        var kickerEnd: Int?
    }

    // MARK: The head

    /// `lang` and `xml:lang` of the root element.
    mutating func addLanguage(_ tokenizer: borrowing HTMLTokenizer) {
        guard let range = tokenizer.value(of: .lang) ?? tokenizer.value(of: .xmlLang) else { return }
        let language = string(tokenizer.bytes, range)
        if !language.isEmpty { evidence.language = language }
    }

    mutating func addTitle(_ tokenizer: borrowing HTMLTokenizer) {
        guard evidence.title == nil else { return }
        scratch.removeAll()
        scratch.append(tokenizer.bytes, tokenizer.content)
        if !scratch.isEmpty { evidence.title = String(decoding: scratch.bytes, as: UTF8.self) }
    }

    /// `<meta>` and `<link>`, wherever they stand.
    mutating func addMachineReadable(_ tokenizer: borrowing HTMLTokenizer) {
        let bytes = tokenizer.bytes
        if tokenizer.tag == .link, let rel = tokenizer.value(of: .rel) {
            guard evidence.links.count < Self.maximumLinks, let href = tokenizer.value(of: .href),
                saysSomething(tokenizer, rel)
            else { return }
            evidence.links.append((rel: lowercased(bytes, rel), href: string(bytes, href)))
            return
        }
        guard evidence.metas.count < Self.maximumMetas,
            let content = tokenizer.value(of: .content)
                ?? tokenizer.value(of: .datetime) ?? tokenizer.value(of: .href) ?? tokenizer.value(of: .src)
        else { return }
        let text = string(bytes, content)
        guard !text.isEmpty else { return }
        for attribute in tokenizer.attributes {
            switch attribute.name {
            case .name, .property, .itemprop, .httpEquiv:
                let name = lowercased(bytes, attribute.valueRange)
                guard attribute.name == .property || attribute.name == .itemprop, name.utf8.contains(0x20) else {
                    if !name.isEmpty { evidence.metas.append(PageEvidence.Meta(name: name, content: text)) }
                    break
                }
                // RDFa and microdata allow several names, parted by white space.
                for name in name.split(separator: " ") {
                    evidence.metas.append(PageEvidence.Meta(name: String(name), content: text))
                }
            default: break
            }
        }
    }

    /// Whether a link is not to a style sheet, an icon or the like.
    private func saysSomething(_ tokenizer: borrowing HTMLTokenizer, _ rel: Range<Int>) -> Bool {
        for dull: StaticString in [
            "stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "icon", "apple-touch",
        ]
        where tokenizer.matches(dull, at: rel.lowerBound) {
            return false
        }
        return true
    }

    // MARK: Linked data

    func isLinkedData(_ tokenizer: borrowing HTMLTokenizer) -> Bool {
        guard let type = tokenizer.value(of: .type) else { return false }
        return tokenizer.matches("application/ld+json", at: type.lowerBound)
    }

    mutating func addLinkedData(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard linkedDataBytes + range.count <= Self.maximumLinkedData else { return }
        linkedDataBytes += range.count
        evidence.jsonLD.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
    }

    // MARK: Headings and marked elements

    /// Whether an element of these marks may part a heading's kicker from its headline.
    func isKicker(_ own: MarkupEvidence) -> Bool { !openHeadings.isEmpty && !own.isDisjoint(with: Self.kickers) }

    /// Opens a mark where the element is a heading or may hold a byline, a date and the like. Gives its number, or -1.
    /// - Parameter around: what the elements around it say.
    mutating func begin(
        _ tokenizer: borrowing HTMLTokenizer, tag: HTMLTag, own: MarkupEvidence, around: MarkupEvidence, textEnd: Int
    ) -> Int32 {
        var level = tag.headingLevel
        if level > 0, evidence.headings.count >= Self.maximumHeadings { level = 0 }
        let marked =
            evidence.marked.count + openMarks.count < Self.maximumMarks
            ? mark(tokenizer, tag: tag, own: own, around: around) : nil
        guard level > 0 || marked != nil || isKicker(own) else { return -1 }
        if level > 0 { openHeadings.append(openMarks.count) }
        openMarks.append(
            OpenMark(textStart: textEnd, level: level, marked: marked, position: tokenizer.range.upperBound))
        return Int32(openMarks.count - 1)
    }

    /// Closes a mark. Marks close in the reverse order of their opening.
    mutating func end(_ number: Int32, text: borrowing TextSink) {
        guard let open = openMarks.popLast() else { return }
        let bytes = UnsafeBufferPointer(rebasing: text.bytes[min(open.textStart, text.bytes.count)...])
        let isShort = bytes.count <= Self.longestMark
        let shown = isShort || open.level > 0 ? collapsed(UnsafeBufferPointer(rebasing: bytes.prefix(1000))) : ""
        if open.level > 0 {
            openHeadings.removeLast()
            if !shown.isEmpty {
                var heading = PageEvidence.Heading(level: open.level, text: shown, position: open.position)
                if let end = open.kickerEnd, end > open.textStart, end < text.bytes.count {
                    heading.headline = collapsed(UnsafeBufferPointer(rebasing: text.bytes[end...].prefix(1000)))
                }
                evidence.headings.append(heading)
            }
        } else if let heading = openHeadings.last, openMarks[heading].textStart == open.textStart {
            openMarks[heading].kickerEnd = text.bytes.count
            if open.marked?.kind == .subtitle { return }
        }
        if var marked = open.marked, isShort, !shown.isEmpty || marked.value != nil {
            marked.text = shown
            evidence.marked.append(marked)
        }
    }

    private mutating func mark(
        _ tokenizer: borrowing HTMLTokenizer, tag: HTMLTag, own: MarkupEvidence, around: MarkupEvidence
    ) -> PageEvidence.Marked? {
        let bytes = tokenizer.bytes
        var kind: PageEvidence.Marked.Kind?
        var mark = ""
        if tag == .time {
            kind = .date
            mark = "tag=time"
        }
        for attribute in tokenizer.attributes {
            let start = attribute.valueRange.lowerBound
            switch attribute.name {
            case .rel:
                if tokenizer.matches("author", at: start) {
                    kind = .byline
                } else if tokenizer.matches("tag", at: start) {
                    kind = .tag
                } else {
                    break
                }
                mark = self.mark("rel=", bytes, attribute.valueRange)
            case .itemprop:
                if tokenizer.matches("author", at: start) || tokenizer.matches("creator", at: start) {
                    kind = .byline
                } else if tokenizer.matches("date", at: start) {
                    kind = .date
                } else if tokenizer.matches("articlesection", at: start) {
                    kind = .section
                } else if tokenizer.matches("publisher", at: start) {
                    kind = .siteName
                } else if tokenizer.matches("keywords", at: start) {
                    kind = .tag
                } else if tokenizer.matches("description", at: start)
                    || tokenizer.matches("alternativeheadline", at: start)
                {
                    kind = .subtitle
                } else {
                    break
                }
                mark = self.mark("itemprop=", bytes, attribute.valueRange)
            case .class, .id:
                guard kind == nil, let known = Self.kind(of: own) else { break }
                kind = known
                let value = attribute.valueRange
                mark = self.mark(
                    attribute.name == .class ? "class=" : "id=", bytes,
                    value.lowerBound..<min(value.upperBound, value.lowerBound + 120))
            default: break
            }
        }
        guard let kind else { return nil }
        let value = (tokenizer.value(of: .datetime) ?? tokenizer.value(of: .content)).map { string(bytes, $0) }
        return PageEvidence.Marked(
            kind: kind, text: "", value: value?.isEmpty == false ? value : nil, mark: mark,
            position: tokenizer.range.upperBound, around: around.union(own))
    }

    private static func kind(of own: MarkupEvidence) -> PageEvidence.Marked.Kind? {
        if own.contains(.byline) { return .byline }
        if own.contains(.date) { return .date }
        if own.contains(.subtitle) || own.contains(.intro) { return .subtitle }
        if own.contains(.tags) { return .tag }
        if own.contains(.section) { return .section }
        return nil
    }

    // MARK: Strings

    private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        scratch.removeAll()
        scratch.append(bytes, range, inAttribute: true)
        return String(decoding: scratch.bytes, as: UTF8.self)
    }

    private func lowercased(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        mark("", bytes, range)
    }

    /// A name and the value behind it in lower case.
    private func mark(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        let count = name.utf8CodeUnitCount
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + range.count) { text in
            for index in 0..<count { text[index] = name.utf8Start[index] }
            for index in 0..<range.count { text[count + index] = bytes[range.lowerBound + index].lowercased }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// Text of several blocks on one line.
    private func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A { end -= 1 }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        guard text.find(0x0A) < text.count else { return String(decoding: text, as: UTF8.self) }
        return String(decoding: text.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }
}
