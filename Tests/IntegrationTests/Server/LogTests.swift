import Glibc
import Logging
import Testing
import WiredeskModel

@testable import wiredesk

@Suite("the log as JSON") struct LogTests {
    @Test func aLineIsOneObject() throws {
        let line = JSONLogHandler.line(
            time: timespec(tv_sec: 1_709_596_800, tv_nsec: 7_900_000), level: .notice, message: "a \"word\"\n",
            metadata: ["peer": "a\u{1}b", "message": "other"])
        #expect(line.count { $0 == 0x0A } == 1)
        let object = try JSONReader.decode(JSONValue.self, from: line.dropLast())
        #expect(object["time"]?.string == "2024-03-05T00:00:00.007Z")
        #expect(object["level"]?.string == "notice")
        #expect(object["message"]?.string == "a \"word\"\n")
        #expect(object["peer"]?.string == "a\u{1}b")
        #expect(object["event_message"]?.string == "other")
    }

    @Test func theServerLogsFailuresWithTheirTrace() throws {
        let run = try Program.script(
            #"""
            "$WIREDESK" serve --listen "unix:$PWD/socket" --http 127.0.0.1:0 --log-format json 2>serve.log &
            server=$!
            until grep -q "^wiredesk: http on" serve.log; do sleep 0.02; done
            cat >post.py <<'END'
            import http.client, sys
            client = http.client.HTTPConnection(sys.argv[1])
            trace = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}
            client.request("POST", "/v1/analyze", '{"text":""}', {"Content-Type": "application/json"} | trace)
            print(client.getresponse().status)
            END
            python3 post.py "$(sed -n 's/^wiredesk: http on //p' serve.log)"
            printf '<p> </p>' | TRACEPARENT=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 \
                "$WIREDESK" analyze --server "wiredesk+unix:$PWD/socket" 2>&1 || echo "status $?"
            kill $server
            wait $server
            grep -v "^wiredesk: " serve.log
            """#)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines.first == "422")
        // Who was told of the failure can find it in the log.
        let told = try #require(run.lines.dropFirst().first)
        #expect(told.hasSuffix("(trace 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01)"))
        let events = try run.lines.dropFirst(3).map { try JSONReader.decode(JSONValue.self, from: Array($0.utf8)) }
        let failures = events.filter { $0["message"]?.string == "request failed" }
        #expect(failures.map { $0["code"]?.string } == ["empty_article", "empty_article"])
        #expect(
            failures.map { $0["trace"]?.string } == [
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            ])
        #expect(events.contains { $0["message"]?.string == "stopped" })
    }
}
