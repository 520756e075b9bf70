/// Takes a page apart in one pass over its tokens.
///
/// Elements nest as in HTML's tree construction (13.2.6) as far as text is concerned: what ends a paragraph, a list
/// item or a cell without an end tag, and which end tags are ignored.
struct PageBuilder: ~Copyable {
    var tokenizer: HTMLTokenizer
    var page = Page()
    var visible: TextSink
    var hidden = TextSink()
    var collector = EvidenceCollector()

    var open = OpenElements()
    var linkDepth = 0
    var boldDepth = 0
    var italicDepth = 0
    var hiddenDepth = 0
    var skippedDepth = 0
    var preDepth = 0
    /// The innermost of the page's elements.
    var element: Int32 = 0

    /// Of the current block.
    var block = PageBlock(
        start: 0, end: 0, sourceStart: 0, sourceEnd: 0, element: 0, linkBytes: 0, boldBytes: 0, linkCount: 0, inline: []
    )
    var lineBreaks = 0
    /// Pictures, films and frames since the last text.
    var media: UInt16 = 0

    var names = MarkupNames()

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        tokenizer = HTMLTokenizer(bytes)
        visible = TextSink(capacity: bytes.count / 8)
        page.elements.append(PageElement(parent: 0, tag: .html, depth: 0, own: [], path: [], around: []))
    }

    static func build(_ source: [UInt8], interruption: Interruption) throws(WiredeskError) -> Page {
        let result: Result<Page, WiredeskError> = source.withUnsafeBufferPointer { bytes in
            var builder = PageBuilder(bytes)
            do throws(WiredeskError) {
                try builder.run(interruption)
            } catch {
                return .failure(error)
            }
            return .success(builder.page)
        }
        return try result.get()
    }

    private mutating func run(_ interruption: Interruption) throws(WiredeskError) {
        var tokens = 0
        loop: while true {
            switch tokenizer.next() {
            case .text: addText()
            case .startTag: beginElement()
            case .endTag: endElement()
            case .comment, .doctype: break
            case .end: break loop
            }
            tokens += 1
            if tokens & 0x1FFF == 0 { try interruption.check() }
        }
        endBlock()
        while open.top != nil { closeTop() }
        endHidden()
        page.text = Array(visible.bytes)
        page.lineBreaks = visible.lineBreaks
        page.evidence = collector.evidence
    }

    // MARK: Text

    private mutating func addText() {
        guard skippedDepth == 0 else { return }
        if hiddenDepth > 0 {
            hidden.append(tokenizer.bytes, tokenizer.content, resolvingReferences: tokenizer.resolvesReferences)
            return
        }
        if preDepth > 0 {
            addPreformatted(tokenizer.content)
        } else {
            addText(tokenizer.content)
        }
    }

    private mutating func addText(_ characters: Range<Int>) {
        let before = visible.count
        visible.append(tokenizer.bytes, characters, resolvingReferences: tokenizer.resolvesReferences)
        let added = Int32(truncatingIfNeeded: visible.count - before)
        guard added > 0 else { return }
        if before == 0 {
            block.element = element
            block.mediaBefore = media
            media = 0
        }
        if linkDepth > 0 { block.linkBytes += added }
        if boldDepth > 0 { block.boldBytes += added }
        if italicDepth > 0 { block.italicBytes += added }
        lineBreaks = 0
    }

    /// A blank line in preformatted text is a paragraph break.
    private mutating func addPreformatted(_ characters: Range<Int>) {
        var start = characters.lowerBound
        while start < characters.upperBound {
            let end = min(tokenizer.find(0x0A, from: start), characters.upperBound)
            addText(start..<end)
            if end < characters.upperBound { breakLine(isTagged: false) }
            start = end + 1
        }
    }

    /// - Parameter isTagged: it is a `<br>`, which writers put between paragraphs, not the end of a preformatted line.
    mutating func breakLine(isTagged: Bool = true) {
        guard hiddenDepth == 0, skippedDepth == 0 else {
            hidden.space()
            return
        }
        lineBreaks += 1
        if lineBreaks >= 2 {
            endBlock()
        } else if isTagged {
            visible.breakLine()
        } else {
            visible.space()
        }
    }

    /// Ends the current block, if it holds anything.
    mutating func endBlock() {
        if !visible.isEmpty {
            let end = visible.bytes.count
            block.start = Int32(truncatingIfNeeded: end - visible.count)
            block.end = Int32(truncatingIfNeeded: end)
            block.sourceStart = Int32(truncatingIfNeeded: visible.source.lowerBound)
            block.sourceEnd = Int32(truncatingIfNeeded: visible.source.upperBound)
            page.blocks.append(block)
            visible.separate()
            block.linkCount = 0
            block.inline = []
        }
        visible.begin()
        block.linkBytes = 0
        block.boldBytes = 0
        block.italicBytes = 0
        lineBreaks = 0
    }

    /// Ends a stretch of hidden text.
    mutating func endHidden() {
        if !hidden.isEmpty { page.hidden.append(Page.HiddenText(source: hidden.source, text: Array(hidden.bytes))) }
        hidden.removeAll()
    }
}
