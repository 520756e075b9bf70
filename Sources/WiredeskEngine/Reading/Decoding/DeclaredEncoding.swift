/// The encoding that a page says it is in.
enum DeclaredEncoding {
    /// How far a declaration is looked for. The standard says 1,024 bytes; pages put long comments and scripts first.
    private static let reach = 1 << 16

    /// From `<meta charset>`, `<meta http-equiv=content-type>` (HTML 13.2.3.2, "prescan") or an XML declaration.
    static func find(in bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
        guard let found = inXMLDeclaration(head) ?? inMarkup(head) else { return nil }
        // A page that could be read this far is in neither (13.2.3.2, "prescan", last steps).
        switch found {
        case .utf16LittleEndian, .utf16BigEndian: return .utf8
        case .userDefined: return .windows1252
        default: return found
        }
    }

    private static func inMarkup(_ head: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        var tokenizer = HTMLTokenizer(head)
        while true {
            switch tokenizer.next() {
            case .end: return nil
            case .startTag:
                if tokenizer.tag == .meta, let encoding = inMeta(tokenizer) { return encoding }
                if tokenizer.tag == .body, tokenizer.range.lowerBound > 1024 { return nil }
                // The standard's prescan knows no raw text; further on a script's strings are no declarations.
                if tokenizer.range.lowerBound < 1024 || tokenizer.contentModel == .rcdata {
                    tokenizer.contentModel = .data
                }
            default: break
            }
        }
    }

    private static func inMeta(_ tokenizer: borrowing HTMLTokenizer) -> CharacterEncoding? {
        if let value = tokenizer.value(of: .charset), let encoding = CharacterEncoding(label: tokenizer.bytes[value]) {
            return encoding
        }
        guard let content = tokenizer.value(of: .content), let equivalent = tokenizer.value(of: .httpEquiv),
            equivalent.count == 12, tokenizer.matches("content-type", at: equivalent.lowerBound)
        else { return nil }
        return label(in: tokenizer, content)
    }

    /// The `charset=` of a content type (HTML 2.5.3, "extracting a character encoding from a meta element").
    private static func label(in tokenizer: borrowing HTMLTokenizer, _ content: Range<Int>) -> CharacterEncoding? {
        let bytes = tokenizer.bytes
        var scan = content.lowerBound
        while scan < content.upperBound {
            guard tokenizer.matches("charset", at: scan) else {
                scan += 1
                continue
            }
            scan += 7
            while scan < content.upperBound, tokenizer.isSpace(bytes[scan]) { scan += 1 }
            guard scan < content.upperBound, bytes[scan] == 0x3D else { continue }
            scan += 1
            while scan < content.upperBound, tokenizer.isSpace(bytes[scan]) { scan += 1 }
            guard scan < content.upperBound else { return nil }
            var end = scan
            if bytes[scan] == 0x22 || bytes[scan] == 0x27 {
                let quote = bytes[scan]
                scan += 1
                end = scan
                while end < content.upperBound, bytes[end] != quote { end += 1 }
                guard end < content.upperBound else { return nil }
            } else {
                while end < content.upperBound, bytes[end] != 0x3B, !tokenizer.isSpace(bytes[end]) { end += 1 }
            }
            return CharacterEncoding(label: bytes[scan..<end])
        }
        return nil
    }

    /// `<?xml version="1.0" encoding="…"?>` at the very start.
    private static func inXMLDeclaration(_ head: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        let scanner = HTMLTokenizer(head)
        guard scanner.matches("<?xml", at: 0) else { return nil }
        let end = scanner.find(0x3E, from: 0)
        var scan = 5
        while scan < end, !scanner.matches("encoding", at: scan) { scan += 1 }
        scan += 8
        while scan < end, scanner.isSpace(head[scan]) || head[scan] == 0x3D { scan += 1 }
        guard scan < end, head[scan] == 0x22 || head[scan] == 0x27 else { return nil }
        let close = scanner.find(head[scan], from: scan + 1)
        guard close < end else { return nil }
        return CharacterEncoding(label: head[(scan + 1)..<close])
    }
}
