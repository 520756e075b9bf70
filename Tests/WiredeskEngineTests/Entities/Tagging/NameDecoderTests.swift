import Testing

@testable import WiredeskEngine

@Suite struct NameDecoderTests {
    private func decode(_ scores: [SIMD16<Int16>]) -> [Int] {
        var decoder = NameDecoder { _, _ in 0 }
        var labels = [UInt8](repeating: 0, count: scores.count)
        scores.withUnsafeBufferPointer { scores in
            labels.withUnsafeMutableBufferPointer { decoder.decode(scores, into: $0) }
        }
        return labels.map { Int($0) }
    }

    private func word(_ label: Int, _ score: Int16) -> SIMD16<Int16> {
        var scores = SIMD16<Int16>(repeating: -50)
        scores[label - 1] = score
        return scores
    }

    @Test func followsTheScoresWhereTheyMakeWholeNames() {
        let labels = NameLabel.labels(words: 3, nameClass: 1) + NameLabel.labels(words: 1, nameClass: 2)
        #expect(decode(labels.map { word($0, 10) }) == labels)
    }

    @Test func neverLeavesANameOpen() {
        let begin = NameLabel.label(.begin, 0)
        let last = NameLabel.label(.last, 1)
        #expect(decode([word(begin, 40), word(last, 30)]) == [0, 0])
    }

    @Test func labelsOfAnyScoresMakeWholeNames() {
        var state: UInt64 = 7
        for length in 1...40 {
            var scores: [SIMD16<Int16>] = []
            for _ in 0..<length {
                var word = SIMD16<Int16>.zero
                for label in 0..<16 {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    word[label] = Int16(truncatingIfNeeded: state >> 48) / 16
                }
                scores.append(word)
            }
            let labels = decode(scores)
            for (previous, label) in zip([NameLabel.count] + labels, labels) {
                #expect(NameDecoder.mayFollow(label, previous))
            }
            #expect(labels.last.map { NameDecoder.isOpen($0) } == false)
        }
    }
}
