import Testing
import WiredeskModel

@testable import wiredesk

@Suite("bench measures what it says")
struct BenchTests {
    @Test func timesAreCountedToWithinAPercent() {
        for value in [0, 1, 63, 127, 128, 129, 255, 256, 1000, 4095, 4096, 65_537, 1_000_000, 123_456_789] {
            var histogram = LatencyHistogram()
            histogram.record(.microseconds(value))
            // Something longer, so that the maximum does not say it.
            histogram.record(.seconds(100_000))
            let found = histogram.quantile(0.5)
            #expect(found >= value && Double(found) <= Double(value) * 1.016 + 0.5, "\(value) became \(found)")
        }
    }

    @Test func quantilesAreThoseOfTheSortedTimes() {
        var histogram = LatencyHistogram()
        #expect(histogram.quantile(0.5) == 0)
        #expect(histogram.mean == 0)
        for value in (1...100).shuffled() { histogram.record(.microseconds(value)) }
        #expect([0, 0.01, 0.5, 0.9, 0.99, 1].map { histogram.quantile($0) } == [1, 1, 50, 90, 99, 100])
        #expect(histogram.mean == 50)
        histogram.record(.seconds(-1))
        #expect(histogram.quantile(0) == 0)
    }

    @Test func doublingsHoldEveryTimeOnce() {
        var histogram = LatencyHistogram()
        for value in [3, 5, 6, 7, 8, 1000, 1024] { histogram.record(.microseconds(value)) }
        let rows = histogram.doublings.filter { $0.count > 0 }
        #expect(rows.map(\.end) == [4, 8, 16, 1024, 2048])
        #expect(rows.map(\.count) == [1, 3, 1, 1, 1])
    }

    @Test func theReportSaysWhatWentWrongToo() {
        var result = BenchResult()
        result.seconds = 2
        result.rate = 4
        result.bytes = 3_000_000
        result.unsent = 1
        result.count(WiredeskError(.busy, "full"))
        result.count(WiredeskError(.busy, "full"))
        for value in [300, 1500, 1600] { result.latencies.record(.microseconds(value)) }
        #expect(
            BenchReport(result: result).text == """
                3 answers in 2.00 s: 1.50/s, 1.50 MB/s of articles
                asked for: 4.00/s; times count from when a request was due
                failed, busy: 2
                not sent, because too many were under way: 1

                mean    1.13 ms
                p50     1.50 ms
                p90     1.60 ms
                p99     1.60 ms
                p99.9   1.60 ms
                max     1.60 ms

                below     512 µs ####################                     1
                below    1.02 ms                                          0
                below    2.05 ms ######################################## 2
                """)
    }

    @Test(arguments: ["--jobs 4", "--rate 50"])
    func aServerIsMeasured(_ load: String) throws {
        let run = try Program.script(
            #"""
            "$WIREDESK" serve --listen "unix:$PWD/desk" 2>log &
            server=$!
            until grep -q listening log; do sleep 0.02; done
            "$WIREDESK" bench --server "wiredesk+unix:$PWD/desk" --input "$EXAMPLES/articles.jsonl" --connections 2 \
                --warm-up 100ms --duration 1s \#(load) --format json
            kill $server
            wait $server
            """#)
        let result = try #require(try run.objects().first, "\(run.errors)")
        guard case .integer(let answered)? = result["answered"], case .integer(let median)? = result["p50Microseconds"]
        else {
            Issue.record("\(run.text)")
            return
        }
        #expect(answered > 10)
        #expect(median > 0)
        #expect(result["errors"] == nil || result["errors"]?.elements.isEmpty == true)
    }

    @Test func withoutArticlesOrServerThereIsNothingToMeasure() throws {
        let nothing = try Program.run("bench", "--input", "-", input: "{}\n")
        #expect(nothing.status == 65)
        #expect(nothing.errors.contains("no articles"))
        let nobody = try Program.run(
            "bench", "--server", "wiredesk+unix:/nowhere", "--input", Program.example("articles.jsonl"))
        #expect(nobody.status == 69)
    }
}
