import CWiredeskKernels
import Testing

@testable import WiredeskEngine

@Suite struct BlockCountingTests {
    private static let texts = [
        "", "A", ".", "One, two; 3 | Four. Five! Six?", "a@b.c D", "Zoë’s café. Ende", "x.y .Z. ",
        String(repeating: "Ab. 12, ", count: 200), String(repeating: "…|", count: 300),
        "春の市場、開く。新しい橋（仮）が完成。", "• one · two ，three",
        "The market of thirty-one letters", "The market of thirty-two letters.",
        "A wordthatrunsovertheendofthirtytwobytes",
    ]

    private func read(_ text: [UInt8], _ body: (BlockText) -> Void) {
        var reader = BlockTextReader()
        reader.read(text, body)
    }

    @Test(arguments: texts)
    func countsBytes(text: String) {
        let bytes = Array(text.utf8)
        func count(_ isWanted: (Int, UInt8) -> Bool) -> Int32 {
            Int32(bytes.enumerated().count { isWanted($0, $1) })
        }
        func times(_ character: Unicode.Scalar) -> Int32 { Int32(text.unicodeScalars.count { $0 == character }) }
        read(bytes) { read in
            let counts = read.counts
            #expect(Int(counts.continuations) == bytes.count - text.unicodeScalars.count)
            #expect(counts.spaces == times(" "))
            #expect(counts.commas == times(",") + times(";") + times("、") + times("，"))
            #expect(counts.digits == count { $1.isDigit })
            #expect(counts.capitals == count { $1.isUppercase })
            #expect(counts.separators == times("|") + times("•") + times("·"))
            #expect(counts.at_signs == times("@"))
            #expect(counts.initials == count { $1.isUppercase && ($0 == 0 || bytes[$0 - 1] == 0x20) })
            #expect(
                counts.sentence_ends
                    == times("。")
                    + count { [0x2E, 0x21, 0x3F].contains($1) && ($0 + 1 == bytes.count || bytes[$0 + 1] == 0x20) })
        }
    }

    /// Every way that a text can lie in a longer one, with and without the instructions of one processor.
    @Test func readsTheSameOnEveryProcessor() {
        let text = Array(Self.texts.joined(separator: " ").utf8)
        for start in stride(from: 0, to: 120, by: 7) {
            for end in stride(from: start, to: min(text.count, start + 200), by: 3) {
                var fast = wiredesk_block_text()
                var plain = wiredesk_block_text()
                var words = [[UInt32]](repeating: [UInt32](repeating: 0, count: end - start + 1), count: 2)
                // Nothing behind the block is read where nothing is there.
                let size = end % 2 == 0 ? end : text.count
                wiredesk_read_block(text, Int64(size), Int64(start), Int64(end), 64, &fast, &words[0])
                wiredesk_read_block_portable(text, Int64(size), Int64(start), Int64(end), 64, &plain, &words[1])
                #expect(fast.words == plain.words && fast.early_words == plain.early_words)
                #expect(words[0].prefix(Int(fast.words)) == words[1].prefix(Int(plain.words)))
                #expect(
                    (fast.continuations, fast.spaces, fast.commas, fast.digits, fast.capitals)
                        == (plain.continuations, plain.spaces, plain.commas, plain.digits, plain.capitals))
                #expect(
                    (fast.initials, fast.separators, fast.at_signs, fast.sentence_ends)
                        == (plain.initials, plain.separators, plain.at_signs, plain.sentence_ends))
            }
        }
    }

    @Test func tellsWords() {
        func words(_ text: String) -> [UInt32] {
            var found: [UInt32] = []
            read(Array(text.utf8)) { found = Array($0.words) }
            return found
        }
        #expect(words("The old bridge, the OLD pier.").count == 6)
        #expect(words("The OLD bridge") == words("\"the old - bridge!\""))
        #expect(words("internationalization") != words("internationalisation"))
        #expect(words("a") != words("b") && words("a a").count == 2)
        // Scripts without spaces: a character is a word.
        #expect(words("市場が開く").count == 5)
        #expect(words("市場") == words("市 場"))
        read(Array(String(repeating: "four ", count: 100).utf8)) { #expect($0.earlyWords.count == 26) }
    }

    @Test func findsWhatTextsShare() {
        let bridge = "The council said on Monday that the old bridge stays closed."
        let ferry = "A ferry will run from the harbour every hour until the spring."
        var reader = BlockTextReader()
        let index = ShingleIndex(
            [Array(bridge.utf8), [], Array((bridge + " " + ferry).utf8)], reader: &reader)
        let holds = index.holds
        #expect(holds.0 && !holds.1 && holds.2)
        func overlap(_ text: String) -> ShingleIndex.Overlap {
            reader.read(Array(text.utf8)) { index.overlap(of: $0.words) }
        }
        let shouted = overlap(bridge.uppercased())
        #expect(shouted.shingles == 9)
        #expect(shouted.shared.0 == 9)
        #expect(shouted.shared.1 == 0)
        #expect(shouted.shared.2 == 9)
        let other = overlap(ferry)
        #expect(other.shared.0 == 0)
        #expect(other.shared.2 == other.shingles)
        #expect(overlap("The bridge").shingles == 0)
    }

    @Test func findsPhrases() {
        func cues(_ text: String) -> (anywhere: PhraseCue, atStart: PhraseCue) {
            var reader = BlockTextReader()
            return reader.read(Array(text.utf8)) { PhraseVocabulary.shared.cues(in: $0.earlyWords) }
        }
        #expect(cues("Read also: the pier is sold").atStart.contains(.related))
        #expect(cues("The pier is sold. READ ALSO").anywhere.contains(.related))
        #expect(!cues("The pier is sold. Read also").atStart.contains(.related))
        #expect(cues("続きを読む").atStart.contains(.related))
        #expect(cues("The pier was closed in winter").atStart.isEmpty)
        let late = String(repeating: "pier ", count: 30) + "read also"
        #expect(!cues(late).anywhere.contains(.related))
    }

    @Test func numbersHashesAsTheyAppear() {
        var numbering = HashNumbering(capacity: 6)
        let numbers = ([7, 0, 7, 9, 0, .max] as [UInt64]).map { numbering.number(of: $0) }
        #expect(numbers == [0, 1, 0, 2, 1, 3])
        #expect(numbering.count == 4)
        let isNew = ([9, 10] as [UInt64]).map { numbering.insert($0) }
        #expect(isNew == [false, true])
    }
}
