import Testing
import WiredeskModel

@Suite("batch answers every line once")
struct BatchOrderTests {
    /// Good and bad lines of very different lengths, so that later ones are done before earlier ones.
    private static let lines: [String] = (1...2000).map { number in
        let text = String(repeating: "The council met on Monday. ", count: number % 37 * 3 + 1)
        return switch number % 10 {
        case 3: #"{"id":"n\#(number)","text":"\#(text)","colour":"red"}"#
        case 6: #"{"id":"n\#(number)","text":"\#(text)"#
        case 9: ""
        default: #"{"id":"n\#(number)","text":"\#(text)"}"#
        }
    }

    /// The id that a line's answer must have: its own unless it is cut off or empty.
    private static func id(of number: Int) -> JSONValue {
        [6, 9].contains(number % 10) ? .integer(number) : .string("n\(number)")
    }

    private static func isGood(_ number: Int) -> Bool { ![3, 6, 9].contains(number % 10) }

    @Test func inOrder() throws {
        let run = try Program.run(
            "batch", "--jobs", "4", "--stages", "reading", input: Self.lines.joined(separator: "\n") + "\n")
        #expect(run.status == 1)
        let answers = try run.objects()
        #expect(answers.map { $0["id"] } == (1...2000).map(Self.id))
        #expect(answers.map { $0["result"] != nil } == (1...2000).map(Self.isGood))
    }

    @Test func unorderedGivesTheSameAnswers() throws {
        let input = Self.lines.joined(separator: "\n")
        let ordered = try Program.run(
            "batch", "--jobs", "1", "--stages", "reading", "--no-timings", "--fail-on-error", "never", input: input)
        let unordered = try Program.run(
            "batch", "--jobs", "4", "--stages", "reading", "--no-timings", "--fail-on-error", "never", "--unordered",
            input: input)
        #expect(ordered.status == 0)
        #expect(unordered.status == 0)
        #expect(ordered.lines.count == 2000)
        #expect(ordered.lines.sorted() == unordered.lines.sorted())
    }

    @Test func answersAreThoseOfAnalyze() throws {
        let text = "Bridge opens in Sandmouth\n\nThe new bridge in Sandmouth opened on Monday, said Mayor Ada Brill.\n"
        let analyze = try Program.run("analyze", "--format", "json", "--no-timings", "--content", "text", input: text)
        let line = JSONWriter.encode(text)
        let batch = try Program.run(
            "batch", "--no-timings", input: #"{"text":\#(String(decoding: line, as: UTF8.self))}"#)
        #expect(batch.text == #"{"id":1,"result":\#(analyze.text.dropLast())}"# + "\n")
    }

    @Test func theExampleFileAnswersAsItsReadmeSays() throws {
        let run = try Program.run("batch", "--input", Program.example("articles.jsonl"))
        #expect(run.status == 1)
        let answers = try run.objects()
        #expect(answers.count == 10)
        #expect(answers.indices.filter { answers[$0]["error"] != nil } == [3, 6, 8])
    }

    @Test func noLinesNoAnswers() throws {
        let run = try Program.run("batch")
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [
        ["--input", "/no/such/file"], ["--input", "/tmp"],
    ])
    func anInputThatCannotBeReadIsBadInput(_ arguments: [String]) throws {
        let run = try Program.run(["batch"] + arguments)
        #expect(run.status == 65)
        #expect(run.errors.contains("cannot read"))
    }
}
