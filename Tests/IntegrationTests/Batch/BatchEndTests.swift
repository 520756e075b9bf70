import Testing

@Suite("batch ends well however it ends")
struct BatchEndTests {
    /// Shell functions: `lines` makes an input of 900 lines, `slowly` passes lines on 300 a second.
    private static let functions = #"""
        lines() { for i in {1..900}; do echo "{\"id\":$i,\"text\":\"The council of Sandmouth met on day $i.\"}"; done; }
        slowly() { while IFS= read -r line; do printf '%s\n' "$line"; sleep 0.003; done; }

        """#

    @Test func aClosedPipeEndsQuietly() throws {
        let run = try Program.script(Self.functions + #"lines | "$WIREDESK" batch | head -n 1"#)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.count == 1)
    }

    @Test func answersDoNotWaitForTheEndOfASlowInput() throws {
        let run = try Program.script(
            #"{ echo '{"id":"first","text":"Some words."}'; sleep 5; } | "$WIREDESK" batch | timeout 4 head -n 1"#)
        #expect(run.text.hasPrefix(#"{"id":"first","result""#))
    }

    @Test func anInterruptedJobLeavesWholeLines() throws {
        let run = try Program.script(
            Self.functions + #"""
                mkfifo in
                lines | slowly >in 2>feeder &
                # A shell lets its background jobs ignore SIGINT; env gives it back.
                env --default-signal=INT "$WIREDESK" batch --input in --output out &
                batch=$!
                sleep 1
                kill -INT $batch
                set +e
                wait $batch
                status=$?
                set -e
                tail -c 1 out | od -An -c | grep -q '\\n'
                grep -c '^{"id":[0-9]*,"result":{.*}}$' out
                wc -l <out
                echo $status
                """#)
        let lines = run.lines
        try #require(lines.count == 3, "\(run.text)\(run.errors)")
        #expect(lines[2] == "130")
        #expect(lines[0] == lines[1])
        #expect(Int(lines[0]) ?? 0 > 0)
    }

    @Test(arguments: ["", "--unordered"])
    func aKilledJobGoesOn(_ order: String) throws {
        let run = try Program.script(
            Self.functions + #"""
                lines >all
                "$WIREDESK" batch \#(order) --no-timings --input all --output expected
                mkfifo in
                slowly <all >in 2>feeder &
                "$WIREDESK" batch \#(order) --no-timings --jobs 4 --input in --output out --resume log &
                batch=$!
                until [ -s log ]; do sleep 0.02; done
                kill -KILL $batch
                wait $batch 2>wait || true
                # As if the kill had come in the middle of both writes.
                printf '{"id":"torn' >>out
                printf '{"done":9' >>log
                "$WIREDESK" batch \#(order) --no-timings --jobs 4 --input all --output out --resume log
                head -n 1 log
                sort expected | cmp - <(sort out) && echo same
                \#(order.isEmpty ? "cmp expected out" : "true") && echo in order
                # A job that is done has nothing left to do.
                "$WIREDESK" batch \#(order) --no-timings --input all --output out --resume log
                sort expected | cmp - <(sort out) && echo still the same
                """#)
        let lines = run.lines
        try #require(lines.count == 4, "\(run.text)\(run.errors)")
        #expect(lines[0].hasPrefix(#"{"done":"#))
        #expect(Array(lines[1...]) == ["same", "in order", "still the same"])
    }

    @Test func aKilledJobGoesOnWithCompressedFilesToo() throws {
        let run = try Program.script(
            Self.functions + #"""
                lines >all
                "$WIREDESK" batch --no-timings --input all --output expected
                mkfifo in.gz
                slowly <all 2>feeder | gzip -1 >in.gz &
                "$WIREDESK" batch --no-timings --jobs 4 --input in.gz --output out.gz --resume log &
                batch=$!
                until [ "$(wc -l <log 2>/dev/null || echo 0)" -ge 1 ]; do sleep 0.02; done
                kill -KILL $batch
                wait $batch 2>wait || true
                # As if the kill had come in the middle of a member.
                printf '\037\213torn' >>out.gz
                # Any number of members are one file.
                { head -n 400 all | gzip; tail -n +401 all | gzip; } >all.gz
                "$WIREDESK" batch --no-timings --jobs 4 --input all.gz --output out.gz --resume log
                gzip --test out.gz && zcat out.gz | cmp expected - && echo same
                """#)
        #expect(run.lines == ["same"], "\(run.text)\(run.errors)")
    }

    @Test func anInputThatIsCutShortIsSaid() throws {
        let run = try Program.script(
            Self.functions + #"""
                lines | gzip | head -c 2000 >cut.gz
                "$WIREDESK" batch --input cut.gz
                """#)
        #expect(run.status == 65)
        #expect(run.errors.contains("cut.gz"))
        #expect(run.errors.contains("unexpected end of file"))
        #expect(run.lines.allSatisfy { $0.hasPrefix(#"{"id":"#) && $0.hasSuffix("}") })
    }

    @Test func aLogWithoutItsOutputIsRefused() throws {
        let run = try Program.script(
            Self.functions + #"""
                lines | "$WIREDESK" batch --output out --resume log
                rm out
                lines | "$WIREDESK" batch --output out --resume log
                """#)
        #expect(run.status == 65)
        #expect(run.errors.contains("log"))
    }
}
