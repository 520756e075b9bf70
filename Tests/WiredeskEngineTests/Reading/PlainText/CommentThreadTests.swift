import Testing

@testable import WiredeskEngine

@Suite("Readers' comments begin where posting stamps repeat") struct CommentThreadTests {
    private func block(_ text: String, in source: inout [UInt8]) -> TextBlock {
        let start = source.count
        source += Array(text.utf8)
        let range = start..<source.count
        source += [0x0A, 0x0A]
        let measures = source.withUnsafeBufferPointer { BlockMeasures($0, range) }
        let cue = source.withUnsafeBufferPointer {
            CueFinder.shared.cue(in: FoldedWords($0, [range], limit: CueFinder.maximumWords))
        }
        return TextBlock(lines: [range], blanksBefore: 1, measures: measures, cue: cue)
    }

    private func start(_ texts: [String]) -> Int? {
        var source: [UInt8] = []
        let blocks = texts.map { block($0, in: &source) }
        return source.withUnsafeBufferPointer {
            CommentThread.start(in: blocks, keeps: blocks.map { $0.measures.isProse }, $0)
        }
    }

    @Test(arguments: [
        ("Anna on May 3, 2022 at 7:05 pm said:", true),
        ("3.5.2022, 19:05", true),
        ("2 days ago", true),
        ("2 days ago at 07:47 am I think that the quay should have been closed long before the storm came in.", true),
        ("vor 3 Tagen", true),
        ("hace 2 días", true),
        ("14:05", false),
        ("May 3, 2022", false),
        ("The council met on May 3, 2022. It voted at 7:05 pm.", false),
        ("The ferry left the harbour 20 years ago and never came back to the town that had built it.", false),
        ("Anna said:", false),
    ])
    func knowsStamps(_ text: String, _ isStamp: Bool) {
        var source: [UInt8] = []
        let block = block(text, in: &source)
        #expect(source.withUnsafeBufferPointer { PostingStamp.begins(block, in: $0) } == isStamp)
    }

    private let article = (1...6).map {
        "The council of Gullport voted on Thursday to spend \($0) million on a wall that engineers had asked for in 1998."
    }
    private let comments = ["Ada", "Bob", "Cid", "Dora"].flatMap {
        [
            "\($0) on May 21, 2022 at 7:04 pm said:",
            "I went down to the quay and it was a mess, nobody had told us of it.",
        ]
    }

    @Test func findsTheFirst() {
        #expect(start(article + ["Comments"] + comments) == article.count + 1)
        #expect(start(article + comments + article) == nil, "a page that speaks of comments nowhere")
    }

    @Test func leavesAPageThatIsAThread() {
        #expect(start(["Comments"] + comments) == nil)
    }

    @Test func leavesOneStampAndDistantOnesAlone() {
        #expect(start(["Comments"] + article + comments.prefix(4)) == nil)
        let distant = comments.prefix(6).flatMap { [$0] + article }
        #expect(start(article + ["Comments"] + distant) == nil)
    }

    @Test func leavesTheTimesOfALiveReportAlone() {
        let live = article.enumerated().flatMap { ["14:\($0.offset + 10)", $0.element] }
        #expect(start(article + ["Comments"] + live) == nil)
    }
}
