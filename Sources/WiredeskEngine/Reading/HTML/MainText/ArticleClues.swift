import WiredeskModel

/// What the page says about its article elsewhere: the title, a description, the body in its linked data.
struct ArticleClues {
    /// Of `articleBody`, where linked data has one.
    let body: ShingleSet
    let description: ShingleSet
    let title: ShingleSet

    init(_ evidence: PageEvidence) {
        body = ShingleSet(Self.articleBody(evidence.jsonLD))
        let descriptions = evidence.metas.filter { $0.name == "description" || $0.name == "og:description" }
        description = ShingleSet(Array(descriptions.map(\.content).joined(separator: "\n").utf8))
        var titles = evidence.metas.filter { $0.name == "og:title" }.map(\.content)
        if let title = evidence.title { titles.append(title) }
        if let heading = evidence.headings.first(where: { $0.level == 1 }) { titles.append(heading.text) }
        title = ShingleSet(Array(titles.joined(separator: "\n").utf8))
    }

    /// The longest string under the key `articleBody`. Linked data is often broken JSON: no more of it is read than
    /// that string.
    private static func articleBody(_ scripts: [String]) -> [UInt8] {
        var longest: [UInt8] = []
        for script in scripts {
            let bytes = Array(script.utf8)
            bytes.withUnsafeBufferPointer { bytes in
                let scanner = HTMLTokenizer(bytes)
                var scan = scanner.find(of: "\"articleBody\"", from: 0)
                while scan < bytes.count {
                    scan += 13
                    while scan < bytes.count, scanner.isSpace(bytes[scan]) || bytes[scan] == 0x3A { scan += 1 }
                    if scanner.byte(scan) == 0x22 {
                        let text = string(bytes, &scan)
                        if text.count > longest.count { longest = text }
                    }
                    scan = scanner.find(of: "\"articleBody\"", from: scan)
                }
            }
        }
        return longest
    }

    /// The JSON string whose opening quotation mark stands at the offset.
    private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ scan: inout Int) -> [UInt8] {
        var text: [UInt8] = []
        scan += 1
        while scan < bytes.count, bytes[scan] != 0x22 {
            guard bytes[scan] == 0x5C, scan + 1 < bytes.count else {
                text.append(bytes[scan])
                scan += 1
                continue
            }
            switch bytes[scan + 1] {
            case 0x75 where scan + 5 < bytes.count:
                let digits = String(decoding: bytes[(scan + 2)..<(scan + 6)], as: UTF8.self)
                if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
                    CharacterReferences.append(scalar, to: &text)
                }
                scan += 6
            case 0x6E, 0x72, 0x74:
                text.append(0x20)
                scan += 2
            default:
                text.append(bytes[scan + 1])
                scan += 2
            }
        }
        return text
    }
}
