import Testing

@Suite("analyze and batch give the same with a server")
struct ServerTests {
    /// Shell that starts a server on a Unix socket, `$URI`, and stops it at the end.
    private static let server = #"""
        "$WIREDESK" serve --listen "unix:$PWD/socket" 2>serve.log &
        server=$!
        trap 'kill $server; wait $server || true' EXIT
        until grep -q listening serve.log; do sleep 0.02; done
        URI="wiredesk+unix:$PWD/socket"

        """#

    @Test func analyzeGivesTheSameBytes() throws {
        let run = try Program.script(
            Self.server + #"""
                for file in "$EXAMPLES"/*.html "$EXAMPLES"/*.txt; do
                    for form in "json" "json --pretty --offsets utf16 --stages reading,summary" "text" "html"; do
                        "$WIREDESK" analyze --no-timings --format $form "$file" >here
                        "$WIREDESK" analyze --no-timings --format $form --server "$URI" "$file" >there
                        cmp here there && echo same
                    done
                done
                """#)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines == Array(repeating: "same", count: Program.articles.count * 4))
    }

    @Test func batchGivesTheSameBytes() throws {
        let run = try Program.script(
            Self.server + #"""
                set -- --no-timings --fail-on-error never --input "$EXAMPLES/articles.jsonl"
                "$WIREDESK" batch "$@" >here
                "$WIREDESK" batch "$@" --server "$URI" >there
                WIREDESK_SERVER="$URI" "$WIREDESK" batch "$@" >environment
                cmp here there && cmp here environment && echo same
                """#)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines == ["same"])
    }

    @Test func aBatchOutlivesTheServersRestart() throws {
        let run = try Program.script(
            Self.server + #"""
                for i in {1..300}; do echo "{\"id\":$i,\"text\":\"The council met on day $i.\"}"; sleep 0.005; done |
                    "$WIREDESK" batch --server "$URI" --output out &
                batch=$!
                sleep 0.5
                kill $server
                wait $server || true
                sleep 0.5
                "$WIREDESK" serve --listen "unix:$PWD/socket" 2>>serve.log &
                server=$!
                wait $batch && echo all
                grep -c '"result"' out
                """#)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines == ["all", "300"])
    }

    @Test func itSaysWhatHappensWithTheServersWhenAsked() throws {
        let run = try Program.script(
            Self.server + #"""
                set -- --server "wiredesk+unix:$PWD/nobody" --server "$URI" --input "$EXAMPLES/articles.jsonl" \
                    --output out --fail-on-error never
                "$WIREDESK" batch "$@"
                echo loud >&2
                "$WIREDESK" batch --verbose "$@"
                """#)
        let parts = run.errors.split(separator: "loud\n", omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(run.errors)")
        #expect(parts[0] == "")
        #expect(parts[1].contains("nobody failed (unreachable: "))
        #expect(parts[1].contains("connected to wiredesk+unix:"))
        #expect(parts[1].contains("socket answered in "))
    }

    @Test func pingAndStatsAnswer() throws {
        let run = try Program.script(
            Self.server + #"""
                "$WIREDESK" ping --server "$URI"
                "$WIREDESK" stats --server "$URI"
                """#)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines.count > 2)
        #expect(run.lines.first?.contains("time=") == true)
    }

    @Test(arguments: [
        "analyze --server $U $EXAMPLES/dam.txt", "batch --server $U", "ping --server $U", "stats --server $U",
    ])
    func aServerThatIsNotThereIsUnavailable(_ command: String) throws {
        let run = try Program.script(#"U="wiredesk+unix:$PWD/none"; echo '{"text":"a"}' | "$WIREDESK" \#(command)"#)
        #expect(run.status == 69)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }
}
