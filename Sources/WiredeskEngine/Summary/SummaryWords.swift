/// The words of a document, hashed and looked up once for all that the summary and the key phrases ask.
struct SummaryWords {
    private static let tokensBetweenChecks = 4096

    /// Parallel to the document's tokens; what is no word is empty.
    private(set) var all: [SummaryWord] = []
    let isEnglish: Bool

    init(_ document: Document, interruption: Interruption) throws(WiredeskError) {
        let normalizer = TermNormalizer(language: document.language)
        let table = WordSignTable.of(document.language)
        isEnglish = normalizer.isEnglish
        all.reserveCapacity(document.tokens.count)
        for start in stride(from: 0, to: document.tokens.count, by: Self.tokensBetweenChecks) {
            try interruption.check()
            let tokens = document.tokens[start..<min(start + Self.tokensBetweenChecks, document.tokens.count)]
            document.text.withUnsafeBufferPointer { bytes in
                let text = UTF8Text(bytes)
                for token in tokens {
                    guard token.isWord else {
                        all.append(SummaryWord())
                        continue
                    }
                    let (hash, stem) = normalizer.hashes(of: token.range, in: text)
                    all.append(
                        SummaryWord(
                            hash: hash, stem: stem, signs: table.signs(of: hash),
                            isCapital: text.isUppercase(at: token.range.lowerBound)))
                }
            }
        }
    }
}
