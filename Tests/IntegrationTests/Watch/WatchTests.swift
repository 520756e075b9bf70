import Testing

@testable import wiredesk

@Suite("stats --watch shows what happens on a server")
struct WatchTests {
    @Test func aFrameIsTheDifferenceOfTwoReadings() {
        let frame = WatchFrame(
            server: "wiredesk://desk:7411",
            earlier: ServerReading(
                "version=1.2.3 uptime_s=3660 requests=100 results=90 bytes_in=1000000 times_us=100:5,2500:80,inf:5"),
            later: ServerReading(
                "version=1.2.3 uptime_s=3662 connections=3 in_flight=12 queued=4 requests=1124 results=1110 errors=4 "
                    + "rejected=0 bytes_in=3460000 bytes_out=0 memory=12345678 memory_limit=536870912 "
                    + "times_us=100:5,2500:1090,inf:15"),
            seconds: 2)
        #expect(
            frame.text == """
                wiredesk://desk:7411  version 1.2.3, up 1:01:02

                  connections   3
                  in flight     12
                  queued        4
                  memory        12.35 MB, 2 % of what articles may hold

                  requests      512/s
                  results       510/s
                  errors        2/s
                  rejected      0/s
                  in            1.23 MB/s
                  out           0.00 MB/s

                  p50           up to 2.5 ms
                  p90           up to 2.5 ms
                  p99           up to 2.5 ms
                """)
    }

    @Test func whatAServerDoesNotSayIsLeftOpen() {
        let nothing = ServerReading("garbage = =x times_us=,:,a:b")
        let text = WatchFrame(server: "s", earlier: nothing, later: nothing, seconds: 0).text
        #expect(text.contains("version ?, up 0:00"))
        #expect(text.contains("p99           -"))
        // It was started again in between.
        let before = ServerReading("requests=500 times_us=100:9,inf:0")
        let after = ServerReading("requests=5 times_us=100:1,inf:2")
        let restarted = WatchFrame(server: "s", earlier: before, later: after, seconds: 1).text
        #expect(restarted.contains("requests      0/s"))
        #expect(restarted.contains("p50           longer than the server counts"))
    }

    @Test func aServerIsWatchedUntilItGoes() throws {
        let run = try Program.script(
            #"""
            "$WIREDESK" serve --listen "unix:$PWD/desk" 2>log &
            server=$!
            until grep -q listening log; do sleep 0.02; done
            "$WIREDESK" stats --watch --interval 200ms --server "wiredesk+unix:$PWD/desk" >frames &
            watch=$!
            until grep -q p99 frames; do sleep 0.02; done
            "$WIREDESK" analyze --server "wiredesk+unix:$PWD/desk" "$EXAMPLES/bakery.txt" >/dev/null
            until grep -q 'p50 *up to' frames; do sleep 0.02; done
            kill $server
            wait $server
            wait $watch || echo "status $?"
            """#)
        #expect(run.lines == ["status 69"], "\(run.errors)")
    }
}
