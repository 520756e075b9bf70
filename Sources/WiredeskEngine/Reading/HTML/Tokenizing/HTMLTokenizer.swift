/// Reads HTML token by token, without building a tree: the tokenization stage of the HTML standard (13.2.5).
///
/// A token is a set of offsets into the input; nothing is copied. Deviations from the standard: of a doctype only its
/// end is found, and line ends and NULs in text are left to whoever reads the text.
struct HTMLTokenizer: ~Copyable {
    let bytes: UnsafeBufferPointer<UInt8>
    /// How to read what comes next. Set by start tags as the standard's tree construction would set it.
    var contentModel = HTMLContentModel.data
    /// Whether `<![CDATA[` begins a section of text: only so inside SVG and MathML.
    var allowsCDATA = false

    /// The current token's extent.
    private(set) var range = 0..<0
    /// The characters of a text, the content of a comment.
    private(set) var content = 0..<0
    /// Whether the current text's character references count.
    private(set) var resolvesReferences = true
    /// Of the current tag.
    private(set) var tag = HTMLTag.unknown
    private var reader: HTMLTagReader

    /// The name of the last start tag, which ends RCDATA and raw text.
    private(set) var lastStartName: [UInt8] = []
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        reader = HTMLTagReader(bytes)
    }

    /// Begins inside an element's content.
    init(_ bytes: UnsafeBufferPointer<UInt8>, contentModel: HTMLContentModel, lastStartName: [UInt8]) {
        self.init(bytes)
        self.contentModel = contentModel
        self.lastStartName = lastStartName
    }

    var name: Range<Int> { reader.name }

    var isSelfClosing: Bool { reader.isSelfClosing }

    /// Of the current start tag; valid until the next token. End tags have none that matter.
    var attributes: UnsafeBufferPointer<HTMLAttribute> { reader.attributes }

    /// Whether the current start tag has an attribute of one of these names.
    @inline(__always)
    func has(_ names: HTMLAttributeName.Set) -> Bool { reader.has(names) }

    /// The value's extent of the first such attribute of the current start tag.
    @inline(__always)
    func value(of name: HTMLAttributeName) -> Range<Int>? { reader.value(of: name) }

    mutating func next() -> HTMLToken {
        while position < bytes.count {
            if let token = contentModel == .data ? nextInData() : nextInRawText() { return token }
        }
        range = bytes.count..<bytes.count
        return .end
    }

    /// The next token, or nil when what was read makes none.
    private mutating func nextInData() -> HTMLToken? {
        let start = position
        if bytes[start] == 0x3C, beginsMarkup(start) { return markup(at: start) }
        // Text, up to a "<" that begins markup.
        var scan = bytes[start] == 0x3C ? start + 1 : start
        while true {
            scan = find(0x3C, from: scan)
            if scan >= bytes.count || beginsMarkup(scan) { break }
            scan += 1
        }
        return text(start..<scan, resolvingReferences: true)
    }

    /// Whether the "<" at the offset begins anything but text (13.2.5.6, 13.2.5.7).
    @inline(__always)
    private func beginsMarkup(_ start: Int) -> Bool {
        let next = byte(start + 1)
        if isLetter(next) || next == 0x21 || next == 0x3F { return true }
        return next == 0x2F && start + 2 < bytes.count
    }

    private mutating func markup(at start: Int) -> HTMLToken? {
        switch bytes[start + 1] {
        case 0x21: return declaration(at: start)
        case 0x3F: return bogusComment(at: start, from: start + 1)
        case 0x2F:
            if isLetter(bytes[start + 2]) { return endTag(at: start) }
            // "</>" is nothing at all.
            if bytes[start + 2] == 0x3E {
                position = start + 3
                return nil
            }
            return bogusComment(at: start, from: start + 2)
        default: return startTag(at: start)
        }
    }

    private mutating func startTag(at start: Int) -> HTMLToken {
        guard let end = readTag(from: start + 1) else { return endOfInput() }
        position = end
        range = start..<end
        contentModel = tag.contentModel
        if contentModel != .data {
            lastStartName.removeAll(keepingCapacity: true)
            for index in name { lastStartName.append(lowercase(bytes[index])) }
        }
        return .startTag
    }

    @inline(__always)
    private mutating func readTag(from start: Int) -> Int? {
        let end = reader.read(from: start)
        tag = reader.tag
        return end
    }

    private mutating func endTag(at start: Int) -> HTMLToken {
        guard let end = readTag(from: start + 2) else { return endOfInput() }
        position = end
        range = start..<end
        return .endTag
    }

    /// RCDATA, raw text, script data, plain text and CDATA sections.
    private mutating func nextInRawText() -> HTMLToken? {
        let start = position
        let end: Int
        switch contentModel {
        case .scriptData: end = endOfScript(from: start)
        case .plainText: end = bytes.count
        case .cdata:
            end = find(of: "]]>", from: start)
            contentModel = .data
            let token = text(start..<end, resolvingReferences: false)
            position = min(bytes.count, end + 3)
            return end > start ? token : nil
        default: end = endOfRawText(from: start)
        }
        if end > start { return text(start..<end, resolvingReferences: contentModel == .rcdata) }
        contentModel = .data
        return endTag(at: start)
    }

    private mutating func text(_ characters: Range<Int>, resolvingReferences: Bool) -> HTMLToken {
        range = characters
        content = characters
        resolvesReferences = resolvingReferences
        position = characters.upperBound
        return .text
    }

    /// Comments, doctypes, CDATA sections and what looks like them (13.2.5.42).
    private mutating func declaration(at start: Int) -> HTMLToken? {
        let inside = start + 2
        if matches("--", at: inside) { return comment(at: start) }
        if matches("doctype", at: inside) {
            let end = find(0x3E, from: inside)
            position = min(bytes.count, end + 1)
            range = start..<position
            return .doctype
        }
        if allowsCDATA, matches("[CDATA[", at: inside) {
            position = inside + 7
            contentModel = .cdata
            return nil
        }
        return bogusComment(at: start, from: inside)
    }

    private mutating func bogusComment(at start: Int, from inside: Int) -> HTMLToken {
        let end = find(0x3E, from: inside)
        content = inside..<end
        position = min(bytes.count, end + 1)
        range = start..<position
        return .comment
    }

    /// `<!-- … -->`, and its broken ends: `<!-->`, `<!--->`, `--!>` and the end of the input (13.2.5.43 to 13.2.5.51).
    private mutating func comment(at start: Int) -> HTMLToken {
        let inside = start + 4
        if byte(inside) == 0x3E || matches("->", at: inside) {
            content = inside..<inside
            position = inside + (bytes[inside] == 0x3E ? 1 : 2)
            range = start..<position
            return .comment
        }
        var scan = inside
        while true {
            scan = find(0x3E, from: scan)
            guard scan < bytes.count else { break }
            if scan >= inside + 2, bytes[scan - 1] == 0x2D, bytes[scan - 2] == 0x2D {
                return finishComment(start, inside..<(scan - 2), next: scan + 1)
            }
            if scan >= inside + 3, bytes[scan - 1] == 0x21, bytes[scan - 2] == 0x2D, bytes[scan - 3] == 0x2D {
                return finishComment(start, inside..<(scan - 3), next: scan + 1)
            }
            scan += 1
        }
        var end = bytes.count
        if end >= inside + 3, bytes[end - 1] == 0x21, bytes[end - 2] == 0x2D, bytes[end - 3] == 0x2D {
            end -= 3
        } else {
            for _ in 0..<2 where end > inside && bytes[end - 1] == 0x2D { end -= 1 }
        }
        return finishComment(start, inside..<end, next: bytes.count)
    }

    private mutating func finishComment(_ start: Int, _ inside: Range<Int>, next: Int) -> HTMLToken {
        content = inside
        position = next
        range = start..<next
        return .comment
    }

    /// A tag that the input breaks off in is dropped (13.2.5.6 and following, "eof-in-tag").
    private mutating func endOfInput() -> HTMLToken {
        position = bytes.count
        range = bytes.count..<bytes.count
        return .end
    }
}
