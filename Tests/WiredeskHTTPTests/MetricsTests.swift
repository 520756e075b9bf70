import Foundation
import Testing
import WiredeskServer

@testable import WiredeskHTTP

@Suite("metrics") struct MetricsTests {
    private static let promtool = ["/usr/bin/promtool", "/usr/local/bin/promtool"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test func histogramsAddUpAndLabelsAreEscaped() {
        var page = MetricsText()
        page.metric("waits_seconds", .histogram, "Waits.")
        page.histogram(
            "waits_seconds", ["kind": "a\"b\\c\nd"],
            HistogramReading(bounds: [100, 1_000_000], counts: [2, 1, 4], microseconds: 1500))
        #expect(
            page.text == #"""
                # HELP waits_seconds Waits.
                # TYPE waits_seconds histogram
                waits_seconds_bucket{kind="a\"b\\c\nd",le="0.0001"} 2
                waits_seconds_bucket{kind="a\"b\\c\nd",le="1.0"} 3
                waits_seconds_bucket{kind="a\"b\\c\nd",le="+Inf"} 7
                waits_seconds_sum{kind="a\"b\\c\nd"} 0.0015
                waits_seconds_count{kind="a\"b\\c\nd"} 7

                """#)
    }

    @Test func theyTellWhatHappened() async throws {
        let fixture = try await HTTPFixture()
        _ = fixture.post(#"{"text":"The mayor, Ana Brul, spoke in Paris.","timings":false}"#)
        _ = fixture.post(#"{"text":""}"#)
        let page = try await fixture.settledMetrics()
        for line in [
            "wiredesk_requests_total 2", #"wiredesk_results_total{result="ok"} 1"#,
            #"wiredesk_results_total{result="empty_article"} 1"#, "wiredesk_requests_in_flight 0",
            "wiredesk_request_duration_seconds_count 2", "wiredesk_queue_wait_seconds_count 2",
            #"wiredesk_stage_duration_seconds_count{stage="entities"} 1"#,
            #"wiredesk_stage_duration_seconds_count{stage="summary"} 1"#,
            #"wiredesk_http_requests_total{path="/v1/analyze",code="422"} 1"#, "wiredesk_workers 1",
            "wiredesk_article_memory_bytes 0", "wiredesk_draining 0",
        ] {
            let isThere = page.contains("\n\(line)\n")
            #expect(isThere, "\(line)")
        }
        await fixture.stop()
    }

    @Test(.enabled(if: promtool != nil, "promtool is not installed (Debian's package prometheus)"))
    func promtoolFindsNoFault() async throws {
        let fixture = try await HTTPFixture()
        _ = fixture.post(#"{"text":"The mayor, Ana Brul, spoke in Paris."}"#)
        let page = try #require(fixture.get("/metrics").split(separator: "\r\n\r\n", maxSplits: 1).last)
        let file = NSTemporaryDirectory() + "wiredesk-metrics-\(UUID().uuidString.prefix(8))"
        try String(page).write(toFile: file, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let check = Process()
        check.executableURL = URL(fileURLWithPath: try #require(Self.promtool))
        check.arguments = ["check", "metrics"]
        check.standardInput = FileHandle(forReadingAtPath: file)
        let words = Pipe()
        check.standardOutput = words
        check.standardError = words
        try check.run()
        let said = String(decoding: try words.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        check.waitUntilExit()
        #expect(check.terminationStatus == 0 && said.isEmpty, "\(said)")
        await fixture.stop()
    }
}
