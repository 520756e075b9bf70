import CWiredeskKernels
import Testing

@testable import WiredeskEngine

@Suite struct TreeEnsembleTests {
    /// Three trees; the last is a leaf.
    private static let model = "0<1.5 1<0.5 10 20 2<-1 30 40 / 1<2 3<0 0.125 0.25 0.375 / 0.5"

    /// By this processor's kernel and by the portable one, which say the same.
    private func scores(_ model: String, _ rows: [[Float]]) -> [Float] {
        let ensemble = Array(model.utf8).withUnsafeBufferPointer { TreeEnsemble($0) }
        var numbers = [TreeEnsemble.Row](repeating: .zero, count: rows[0].count)
        for (lane, row) in rows.enumerated() {
            for (feature, value) in row.enumerated() { numbers[feature][lane] = value }
        }
        let scores = numbers.withUnsafeBufferPointer { ensemble.scores($0) }
        #expect(numbers.withUnsafeBufferPointer { ensemble.scores($0, by: wiredesk_score_ensemble_portable) } == scores)
        return rows.indices.map { scores[$0] }
    }

    @Test func addsTheLeafOfEachTree() {
        let rows: [[Float]] = [
            [1.5, 0.5, 0, 0], [1, 0.6, 0, 0], [2, 3, -1, 0], [2, 2, 0, 1], [.nan, .nan, .nan, .nan], [-9, -9, -9, -9],
        ]
        #expect(scores(Self.model, rows) == [10.625, 20.625, 30.875, 40.75, 40.875, 10.625])
    }

    @Test func stopsAtASureScoreAfterSixteenTrees() {
        // Sixteen trees that add one for a positive number and take one away for others, and sixteen that undo it.
        let trees = [String](repeating: "0<0 -1 1", count: 16) + [String](repeating: "0<0 1 -1", count: 16)
        #expect(scores(trees.joined(separator: " / "), [[1], [-1]]) == [16, -16])
        let unsure = [String](repeating: "0<0 -0.125 0.125", count: 16) + [String](repeating: "0<0 -1 1", count: 1)
        #expect(scores(unsure.joined(separator: " / "), [[1], [-1]]) == [3, -3])
    }

    /// Trees of every number of leaves up to 32, more splits of a feature than are looked at at once, numbers on thresholds.
    @Test func scoresTheSameOnEveryProcessor() {
        var generator = SeededGenerator(state: 9)
        func tree(leaves: Int) -> String {
            guard leaves > 1 else { return "\(Float(Int.random(in: -500...500, using: &generator)) / 1000)" }
            let left = Int.random(in: 1..<leaves, using: &generator)
            let split = "\(Int.random(in: 0...4, using: &generator))<\(Int.random(in: -9...9, using: &generator))"
            return "\(split) \(tree(leaves: left)) \(tree(leaves: leaves - left))"
        }
        let model = (0..<96).map { tree(leaves: $0 % 32 + 1) }.joined(separator: " / ")
        var seen: Set<Float> = []
        for _ in 0..<50 {
            let rows = (0..<8).map { _ in (0..<5).map { _ in Float(Int.random(in: -10...10, using: &generator)) } }
            seen.formUnion(scores(model, rows))
        }
        #expect(seen.count > 100)
    }
}
