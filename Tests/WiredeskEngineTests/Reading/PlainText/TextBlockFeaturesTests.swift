import Testing

@testable import WiredeskEngine

@Suite struct TextBlockFeaturesTests {
    private func measures(_ text: String) -> BlockMeasures {
        Array(text.utf8).withUnsafeBufferPointer { BlockMeasures($0, 0..<$0.count) }
    }

    @Test(arguments: [
        ("May 4 at 7:05 pm", 1), ("4.10.2018", 1), ("14.30 Uhr, 4:05", 2), ("2018", 0), ("123:45", 0), ("1:2:3", 0),
        ("7:05", 1), ("ratio 1:100", 0),
    ])
    func countsClockTimes(_ text: String, _ count: Int) {
        #expect(measures(text).clockTimes == count)
    }

    @Test(arguments: [
        ("Anna says:", true), ("Reply", true), ("Max Muster schreibt", true),
        ("He says that the port is open again now, and so on.", false),
        ("The Harbour", false), ("", false),
    ])
    func knowsTheLinesAroundComments(_ text: String, _ isOne: Bool) {
        #expect(measures(text).isCommentLine == isOne)
    }

    @Test(arguments: [
        ("opened for the", true), ("opened FOR THE", false), ("opened for the.", false), ("comme l'", true),
        ("geht mit", true),
        ("the port", false),
    ])
    func knowsWhatASentenceDoesNotEndIn(_ text: String, _ isOpen: Bool) {
        #expect(measures(text).endsInJoiningWord == isOpen)
    }

    @Test func countsCommonWordsInAnyCase() {
        #expect(measures("The port IS open, für die Schiffe").commonWords == 4)
    }

    @Test func findsTheDensestRun() {
        #expect(DensestRun([-1, 2, -1, 3, -9, 4]).range == 1..<4)
        #expect(DensestRun([-3, -1, -2]).range == 1..<2)
        #expect(DensestRun([]).range.isEmpty)
    }

    @Test func keepsTheLikeliestBlockAtLeast() {
        #expect(TextBlockClassifier.keeps([-5, -3, -6]) == [false, true, false])
        #expect(TextBlockClassifier.keeps([-5, 3, 2, -6]) == [false, true, true, false])
        #expect(TextBlockClassifier.keeps([2, -0.6, 2]) == [true, true, true])
        #expect(TextBlockClassifier.keeps([]).isEmpty)
    }

    @Test func foldsWords() {
        let bytes = Array("  “Größe” ÉTÉ—a©b, O’Neil's & Co. ".utf8)
        let folded = bytes.withUnsafeBufferPointer { FoldedWords($0, [0..<bytes.count], limit: 40) }
        #expect(String(decoding: folded.letters, as: UTF8.self) == "größe été—a © b o'neil's & co")
        #expect(folded.starts.count == 7)
    }

    /// Every block has its row, whatever the text: the numbers of the two halves add up.
    @Test func fillsARowForEachBlock() throws {
        var random = LinearCongruentialGenerator(seed: 3)
        for _ in 0..<60 {
            let bytes = Array(
                String(
                    decoding: (0..<Int.random(in: 1...600, using: &random)).map { _ in
                        UInt8.random(in: 9...255, using: &random)
                    }, as: UTF8.self
                ).utf8)
            let (count, features) = try bytes.withUnsafeBufferPointer { buffer in
                let never = Interruption()
                let joiner = try LineJoiner(LineScanner.lines(of: bytes), in: buffer, interruption: never)
                let blocks = joiner.blocks(in: buffer)
                return (blocks.count, try TextBlockFeatures(blocks, in: buffer, interruption: never))
            }
            #expect(features.own.count == count * TextBlockFeatures.ownCount)
            #expect(features.context.count == count * TextBlockFeatures.contextCount)
            // The first number of a block's place is how far down the text it stands.
            let places = (0..<count).map { features.context[$0 * TextBlockFeatures.contextCount] }
            #expect(places == (0..<count).map { Float($0) / Float(count) })
            let areFinite = features.context.allSatisfy { $0.isFinite }
            #expect(areFinite)
            let logOdds = try TextBlockClassifier.shared.logOdds(features, count: count, Interruption())
            #expect(logOdds.count == count)
        }
    }

    /// Words that share a slot are found or not, but looked for in few places.
    @Test func countsWordsUpToItsReach() {
        var counts = WordCounts(capacity: 100)
        for key in 1...100 as ClosedRange<UInt64> {
            for _ in 0..<3 { counts.count(key << 60 | 1 << 19 | key) }
        }
        for key in 1...100 as ClosedRange<UInt64> {
            let count = counts[key << 60 | 1 << 19 | key]
            #expect(count == 0 || count == 3)
        }
        #expect(counts[1 << 60 | 1 << 19 | 1] == 3)
        #expect(counts[77] == 0)
    }
}
