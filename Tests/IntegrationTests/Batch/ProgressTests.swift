import Testing

@testable import wiredesk

@Suite("A job says how far it is")
struct ProgressTests {
    @Test(arguments: [
        (ProgressLine(done: 1, failed: 0, rate: 0.4), "1 line, 0 failed, 0/s"),
        (
            ProgressLine(done: 1200, failed: 3, rate: 400.9, share: 0.25, secondsLeft: 8.2),
            "[######..................]  25 %  1,200 lines, 3 failed, 400/s, 0:09 left"
        ),
        (
            ProgressLine(done: 12, failed: 0, rate: 1, share: 0, secondsLeft: 11_049.5),
            "[........................]   0 %  12 lines, 0 failed, 1/s, 3:04:10 left"
        ),
        (
            ProgressLine(done: 9, failed: 9, rate: 1, share: 1, secondsLeft: 0),
            "[########################] 100 %  9 lines, 9 failed, 1/s, 0:00 left"
        ),
        (
            ProgressLine(done: 9, failed: 0, rate: 1, share: 0.999, secondsLeft: 2 * 86_400 + 61),
            "[#######################.]  99 %  9 lines, 0 failed, 1/s, 2 d 00:01:01 left"
        ),
        (
            ProgressLine(done: 9, failed: 0, rate: 1, share: 2, secondsLeft: .infinity),
            "[########################] 100 %  9 lines, 0 failed, 1/s, 11574 d 01:46:40 left"
        ),
    ])
    func line(_ line: ProgressLine, _ text: String) {
        #expect(line.text == text)
    }

    /// On a terminal, which `script` makes.
    @Test(arguments: ["all", "all.gz"])
    func aTerminalSeesTheInputGetDone(_ input: String) throws {
        let run = try Program.script(
            #"""
            for i in {1..400}; do echo "{\"id\":$i,\"text\":\"The council met on day $i.\"}"; done >all
            gzip --keep all
            head -n 200 all >half
            "$WIREDESK" batch --input half --output out --resume log
            script --quiet --return --command "$WIREDESK batch --input \#(input) --output out --resume log" screen >/dev/null
            tr '\r' '\n' <screen | grep failed | tail -n 1
            """#)
        #expect(
            run.text.contains("[########################] 100 %  400 lines, 0 failed, "), "\(run.text)\(run.errors)")
    }
}
