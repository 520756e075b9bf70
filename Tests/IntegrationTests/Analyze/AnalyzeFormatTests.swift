import Testing
import WiredeskModel

@Suite("analyze prints each example in each form")
struct AnalyzeFormatTests {
    @Test(arguments: Program.articles)
    func jsonIsOneResultALine(_ name: String) throws {
        let run = try Program.run("analyze", "--format", "json", Program.example(name), Program.example(name))
        #expect(run.status == 0, "\(run.errors)")
        let analyses = try run.analyses()
        #expect(analyses.count == 2)
        #expect(analyses.allSatisfy { $0.article?.text.isEmpty == false })
        #expect(analyses.allSatisfy { $0.stages.map(\.name) == Stage.allCases })
        #expect(analyses.allSatisfy { $0.stages.allSatisfy { $0.microseconds != nil } })
    }

    @Test(arguments: Program.articles)
    func prettyJSONSaysTheSame(_ name: String) throws {
        let flat = try Program.run("analyze", "--format", "json", "--no-timings", Program.example(name))
        let pretty = try Program.run("analyze", "--format", "json", "--no-timings", "--pretty", Program.example(name))
        #expect(pretty.lines.count > 10)
        #expect(try JSONReader.decode(Analysis.self, from: pretty.output) == flat.analyses()[0])
    }

    @Test(arguments: Program.articles)
    func textHasNoEscapesWhenItIsNoTerminal(_ name: String) throws {
        let run = try Program.run("analyze", "--highlight", Program.example(name))
        #expect(run.status == 0)
        #expect(run.text.contains("words"))
        #expect(!run.output.contains(0x1B))
    }

    @Test(arguments: Program.articles)
    func textFitsIntoEightyColumns(_ name: String) throws {
        let run = try Program.run("analyze", "--highlight", Program.example(name))
        // A word that is wider than the terminal, such as an address, is not cut.
        #expect(run.lines.filter { $0.count > 80 && $0.trimmingPrefix(while: { $0 == " " }).contains(" ") } == [])
    }

    @Test(arguments: Program.articles)
    func htmlIsOnePageThatLoadsNothing(_ name: String) throws {
        let run = try Program.run("analyze", "--format", "html", Program.example(name), Program.example(name))
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("<!DOCTYPE html>"))
        #expect(run.text.hasSuffix("</html>\n"))
        #expect(run.text.split(separator: "<article>").count == 3)
        #expect(!run.text.contains("<script"))
        #expect(!run.text.contains("src="))
    }

    @Test func sameInputGivesTheSameBytes() throws {
        let arguments = ["analyze", "--format", "json", "--no-timings"] + Program.articles.map(Program.example)
        let first = try Program.run(arguments)
        #expect(first.lines.count == Program.articles.count)
        #expect(try Program.run(arguments).output == first.output)
    }

    @Test func standardInputIsReadWithAndWithoutADash() throws {
        let text = "Bridge opens in Sandmouth\n\nThe new bridge in Sandmouth opened on Monday, the council said.\n"
        let named = try Program.run("analyze", "--format", "json", "--no-timings", "-", input: text)
        #expect(named.status == 0)
        #expect(try Program.run("analyze", "--format", "json", "--no-timings", input: text).output == named.output)
    }

    @Test func readingAloneShowsTheText() throws {
        let run = try Program.run(
            "analyze", "--stages", "reading", input: "The new bridge opened on Monday, the council said.\n")
        #expect(run.text.contains("The new bridge opened on Monday"))
        #expect(!run.text.contains("SUMMARY"))
    }
}
