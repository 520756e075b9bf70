import WiredeskModel

/// What the page says about its article elsewhere: the title, a description, the body in its linked data.
struct ArticleClues {
    /// Of `articleBody`, where linked data has one, of the description and of the title.
    private let index: ShingleIndex

    /// How much of a block is said elsewhere.
    struct Shares {
        var body: Float
        var description: Float
        var title: Float
    }

    var hasBody: Bool { index.holds.0 }

    /// Bytes that a block has at most for it to be of the title or of the description.
    private static let longestTitle = 400
    private static let longestDescription = 1200

    init(_ evidence: PageEvidence, reader: inout BlockTextReader) {
        let descriptions = evidence.metas.filter { $0.name == "description" || $0.name == "og:description" }
        var titles = evidence.metas.filter { $0.name == "og:title" }.map(\.content)
        if let title = evidence.title { titles.append(title) }
        if let heading = evidence.headings.first(where: { $0.level == 1 }) { titles.append(heading.text) }
        index = ShingleIndex(
            [
                Self.articleBody(evidence.jsonLD), Array(descriptions.map(\.content).joined(separator: "\n").utf8),
                Array(titles.joined(separator: "\n").utf8),
            ], reader: &reader)
    }

    /// How much of a block each clue says: -1 where there is no such clue or the block is too short to tell, 0 for blocks
    /// that are longer than what they are compared with can be.
    ///
    /// - Parameter bytes: of the block.
    func shares(of words: UnsafeBufferPointer<UInt32>, bytes: Int) -> Shares {
        let reach = (
            index.holds.0, index.holds.1 && bytes <= Self.longestDescription,
            index.holds.2 && bytes <= Self.longestTitle
        )
        let overlap = reach.0 || reach.1 || reach.2 ? index.overlap(of: words) : ShingleIndex.Overlap()
        func share(_ holds: Bool, _ reaches: Bool, _ shared: Int) -> Float {
            guard holds else { return -1 }
            guard reaches else { return 0 }
            return overlap.shingles == 0 ? -1 : Float(shared) / Float(overlap.shingles)
        }
        return Shares(
            body: share(index.holds.0, reach.0, overlap.shared.0),
            description: share(index.holds.1, reach.1, overlap.shared.1),
            title: share(index.holds.2, reach.2, overlap.shared.2))
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
