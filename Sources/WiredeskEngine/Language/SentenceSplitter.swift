/// Finds the sentences of each paragraph.
///
/// Candidates are the marks that may end a sentence; each is accepted or refused by what stands before and after it.
/// A sentence starts and ends in one paragraph, so that headings and list items stay apart. Linear in the text.
package enum SentenceSplitter {
    /// - Parameter language: a BCP 47 tag; it chooses abbreviations and how ordinal numbers are written.
    package static func split(_ text: [UInt8], paragraphs: [Paragraph], language: String?) -> [Sentence] {
        let rules = SentenceRules(language: language)
        var sentences: [Sentence] = []
        sentences.reserveCapacity(text.count / 120 + paragraphs.count)
        text.withUnsafeBufferPointer { bytes in
            let interesting = ByteMask(bytes, SentenceScanner.interesting)
            for (index, paragraph) in paragraphs.enumerated() {
                let range = max(0, paragraph.start)..<min(paragraph.end, bytes.count)
                guard !range.isEmpty else { continue }
                var scanner = SentenceScanner(
                    UTF8Text(UnsafeBufferPointer(rebasing: bytes[range])), rules: rules, interesting: interesting,
                    offset: range.lowerBound)
                scanner.scan { sentence in
                    sentences.append(
                        Sentence(
                            start: range.lowerBound + sentence.lowerBound, end: range.lowerBound + sentence.upperBound,
                            paragraph: index))
                }
            }
        }
        return sentences
    }
}
