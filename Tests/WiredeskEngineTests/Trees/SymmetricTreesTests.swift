import CWiredeskKernels
import Testing

@testable import WiredeskEngine

@Suite struct SymmetricTreesTests {
    private typealias Question = (column: UInt8, shift: Int8, mask: UInt8, least: UInt8)

    /// Questions that no row passes, to fill a tree.
    private static let never: Question = (0, 0, 0, 1)

    /// A tree with its leaves numbered by the answers, the first the lowest bit.
    private func tree(_ questions: [Question], _ leaves: (Int) -> Int8) -> [UInt8] {
        let padded = questions + [Question](repeating: Self.never, count: 6 - questions.count)
        return padded.flatMap { question in
            let offset = Int(question.column) * Int(WIREDESK_COLUMN_STRIDE) + BlockColumns.reach + Int(question.shift)
            return [UInt8(offset & 0xFF), UInt8(offset >> 8), question.mask, question.least]
        }
            + (0..<64).map { UInt8(bitPattern: leaves($0)) }
    }

    private func bytes(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

    @Test func asksEachRowAboutItselfAndItsNeighbours() {
        let questions: [Question] = [(0, 0, 255, 10), (1, -1, 4, 4)]
        var model =
            bytes(1) + bytes(UInt32(WIREDESK_COLUMN_STRIDE)) + bytes((0.5 as Float).bitPattern)
            + bytes((-1 as Float).bitPattern)
        model += tree(questions) { [2, 4, 6, 8][$0 & 3] }
        var columns = BlockColumns(0..<4, of: 4)
        columns.write { row, block in
            for column in BlockColumn.allCases { row[column] = 0 }
            row[BlockColumn.allCases[0]] = [9, 10, 255, 0][block]
            row[BlockColumn.allCases[1]] = [0xFF, 0xFB, 4, 0][block]
        }
        var scores = [Float](repeating: 0, count: 4)
        model.withUnsafeBytes { model in
            let trees = SymmetricTrees(model.baseAddress.unsafelyUnwrapped)
            columns.read { rows in scores.withUnsafeMutableBufferPointer { trees.score(rows, into: $0) } }
        }
        // Leaves 0, 3, 1 and 2: the sums are 0, 3, 1 and 2.
        for (score, odds) in zip(scores, [0, 3, 1, 2] as [Double]) {
            let powers: [Double] = [1, 2.718_281_8, 7.389_056_1, 20.085_536_9]
            let power = powers[Int(odds)]
            #expect(abs(Double(score) - power / (1 + power)) < 0.001)
        }
    }

    @Test func scoresTheSameOnEveryProcessor() {
        var generator = SeededGenerator(state: 5)
        let columns = (0..<(Int(WIREDESK_COLUMN_STRIDE) * 132)).map { _ in UInt8.random(in: 0...255, using: &generator)
        }
        let trees = (0..<50).map { _ in
            let questions = (0..<6).map { _ -> Question in
                let mask: UInt8 = Bool.random(using: &generator) ? 255 : 1 << UInt8.random(in: 0...7, using: &generator)
                return (
                    .random(in: 0...130, using: &generator), .random(in: -8...8, using: &generator), mask,
                    mask == 255 ? .random(in: 0...255, using: &generator) : mask
                )
            }
            return tree(questions) { _ in .random(in: -128...127, using: &generator) }
        }
        let model = trees.flatMap { $0 }
        model.withUnsafeBytes { model in
            let trees = model.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: wiredesk_tree.self)
            for row in [0, 32, 292] {
                var fast = [Int16](repeating: 0, count: SymmetricTrees.lanes)
                var plain = fast
                columns.withUnsafeBufferPointer { columns in
                    let rows = columns.baseAddress.unsafelyUnwrapped + row
                    wiredesk_score_rows(rows, trees, 50, &fast)
                    wiredesk_score_rows_portable(rows, trees, 50, &plain)
                }
                #expect(fast == plain)
                #expect(Set(fast).count > 1)
            }
        }
    }
}
