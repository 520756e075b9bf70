import Testing

@Suite("analyze says what is wrong and exits accordingly")
struct AnalyzeErrorTests {
    struct Case: CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let message: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Case(arguments: ["/no/such/file"], status: 65, message: "/no/such/file: No such file or directory"),
        Case(arguments: ["/tmp"], status: 65, message: "/tmp: Is a directory"),
        Case(arguments: [], status: 65, message: "standard input: nothing in it"),
        Case(arguments: ["--stages", "reading,naming"], status: 64, message: "reading,naming"),
        Case(arguments: ["--offsets", "utf32"], status: 64, message: "utf32"),
        Case(arguments: ["--timeout", "5x"], status: 64, message: "5x"),
        Case(arguments: ["--timeout", "0s"], status: 64, message: "0s"),
        Case(arguments: ["--sentences", "2", "--words", "50"], status: 64, message: "exclude one another"),
        Case(arguments: ["--ratio", "1.5"], status: 64, message: "--ratio"),
        Case(arguments: ["--verbatim", "--content", "html"], status: 64, message: "--verbatim"),
        Case(arguments: ["--pretty"], status: 64, message: "--format json"),
        Case(arguments: ["--nonsense"], status: 64, message: "--nonsense"),
    ])
    func errorsAndExitCodes(_ failing: Case) throws {
        let run = try Program.run(["analyze"] + failing.arguments)
        #expect(run.status == failing.status)
        #expect(run.errors.contains(failing.message), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func oneBadInputDoesNotStopTheOthers() throws {
        let run = try Program.run(
            "analyze", "--format", "json", "/no/such/file", Program.example("opinion.txt"))
        #expect(run.status == 1)
        #expect(try run.analyses().count == 1)
        #expect(run.errors.contains("/no/such/file"))
    }

    @Test func aDateThatIsNoneIsAUsageError() throws {
        let run = try Program.run("analyze", "--published", "next week", input: "Some words here.")
        #expect(run.status == 64)
        #expect(run.errors.contains("next week"))
    }

    @Test func fileNamesCannotControlTheTerminal() throws {
        let run = try Program.run("analyze", "/no/\u{1B}[31mfile")
        #expect(!run.errors.contains("\u{1B}"))
    }

    @Test func helpAndVersionAreNoErrors() throws {
        #expect(try Program.run("--help").status == 0)
        #expect(try Program.run("--version").text.hasPrefix("0."))
        #expect(try Program.run("nonsense").status == 64)
    }

    @Test func aClosedPipeEndsQuietly() throws {
        let run = try Program.script(
            #"""
            for i in {1..200}; do echo "$EXAMPLES/dam.txt"; done | xargs "$WIREDESK" analyze --format json | head -c 100
            """#)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.count == 100)
    }
}
