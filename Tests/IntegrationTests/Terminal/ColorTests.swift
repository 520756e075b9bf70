import Testing

@Suite("Colour is for terminals")
struct ColorTests {
    /// `script` runs a command on a terminal of its own.
    private static func onTerminal(_ setup: String, _ arguments: String) throws -> ProgramRun {
        try Program.script(
            #"\#(setup) script --quiet --return --command "'$WIREDESK' analyze \#(arguments) '$EXAMPLES/dam.txt'" /dev/null"#
        )
    }

    @Test func aTerminalGetsColour() throws {
        let run = try Self.onTerminal("", "--highlight")
        #expect(run.status == 0)
        #expect(run.text.contains("\u{1B}[1m"))
    }

    @Test(arguments: ["NO_COLOR=1", "TERM=dumb"])
    func unlessTheEnvironmentSaysOtherwise(_ setup: String) throws {
        #expect(try !Self.onTerminal(setup, "--highlight").text.contains("\u{1B}"))
    }

    @Test func theFlagOutweighsBoth() throws {
        #expect(try Self.onTerminal("NO_COLOR=1", "--color always").text.contains("\u{1B}["))
        #expect(try !Self.onTerminal("", "--color never").text.contains("\u{1B}"))
        #expect(try Program.run("analyze", "--color", "always", Program.example("dam.txt")).text.contains("\u{1B}["))
    }

    @Test func linesFitTheWidth() throws {
        let run = try Program.script(#"COLUMNS=44 "$WIREDESK" analyze --highlight "$EXAMPLES/dam.txt""#)
        #expect(run.lines.filter { $0.count > 44 } == [])
    }
}
