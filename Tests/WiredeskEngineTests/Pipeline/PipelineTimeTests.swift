import Testing

@testable import WiredeskEngine

/// Time is linear in the input, and a deadline ends the work, whatever the article.
@Suite(.serialized) struct PipelineTimeTests {
    private static func engine(deadline: Duration) -> Engine {
        var configuration = EngineConfiguration()
        configuration.now = { 1_790_000_000 }
        configuration.computeDeadline = deadline
        return Engine(configuration: configuration)
    }

    private static func seconds(_ article: PathologicalArticle, bytes: Int, deadline: Duration = .seconds(600))
        -> Double
    {
        let engine = engine(deadline: deadline)
        let input = article.bytes(bytes)
        let spent = ContinuousClock().measure { _ = try? engine.analyze(input) }.components
        return Double(spent.seconds) + Double(spent.attoseconds) / 1e18
    }

    /// Four times the size may take some more than four times as long: quadratic work would take sixteen times. The
    /// best of several runs counts, and runs go on until one is good: other work on the machine only adds time.
    @Test(arguments: PathologicalArticle.allCases)
    func fourTimesTheSizeTakesAboutFourTimesAsLong(_ article: PathologicalArticle) {
        var small = Double.infinity
        var large = Double.infinity
        for _ in 0..<6 {
            small = min(small, Self.seconds(article, bytes: 20_000))
            large = min(large, Self.seconds(article, bytes: 80_000))
            if large < 6 * small { return }
        }
        Issue.record("\(article): \(small) s became \(large) s")
    }

    /// In a debug build the stretches between two checks are much longer than in the product.
    @Test(arguments: PathologicalArticle.allCases)
    func aDeadlineEndsTheWork(_ article: PathologicalArticle) {
        var best = Double.infinity
        for _ in 0..<3 where best > 0.5 {
            best = min(best, Self.seconds(article, bytes: 300_000, deadline: .milliseconds(50)))
        }
        #expect(best <= 0.5, "stopped after \(best) s")
    }
}
