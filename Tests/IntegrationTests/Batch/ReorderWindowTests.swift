import Testing

@testable import wiredesk

@Suite("Answers are written in their order")
struct ReorderWindowTests {
    private static func settled(_ number: Int) -> SettledLine {
        SettledLine(number: number, bytes: [], isFailure: false, cost: 0)
    }

    @Test func orderedHoldsBackWhatComesEarly() {
        var window = ReorderWindow(isOrdered: true, completed: CompletedLines())
        let written = [3, 2, 1, 5, 4].map { window.accept(Self.settled($0)).map(\.number) }
        #expect(written == [[], [], [1, 2, 3], [], [4, 5]])
        #expect(window.completed == CompletedLines(prefix: 5))
    }

    @Test func orderedPassesOverWhatAnEarlierRunDid() {
        var window = ReorderWindow(isOrdered: true, completed: CompletedLines(prefix: 2, beyond: [4, 5]))
        let written = [6, 3].map { window.accept(Self.settled($0)).map(\.number) }
        #expect(written == [[], [3, 6]])
        #expect(window.completed == CompletedLines(prefix: 6))
    }

    @Test func unorderedRemembersTheGaps() {
        var window = ReorderWindow(isOrdered: false, completed: CompletedLines())
        #expect([2, 4].map { window.accept(Self.settled($0)).map(\.number) } == [[2], [4]])
        #expect(window.completed == CompletedLines(prefix: 0, beyond: [2, 4]))
        #expect(window.completed.contains(4))
        #expect(!window.completed.contains(3))
        _ = window.accept(Self.settled(1))
        #expect(window.completed == CompletedLines(prefix: 2, beyond: [4]))
    }
}
