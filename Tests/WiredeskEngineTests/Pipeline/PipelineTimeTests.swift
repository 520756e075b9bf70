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

    private static func seconds(_ article: PathologicalArticle, bytes: Int, deadline: Duration) -> Double {
        let engine = engine(deadline: deadline)
        let input = article.bytes(bytes)
        let spent = ContinuousClock().measure { _ = try? engine.analyze(input) }.components
        return Double(spent.seconds) + Double(spent.attoseconds) / 1e18
    }

    @Test(arguments: PathologicalArticle.allCases)
    func twiceTheSizeTakesAboutTwiceAsLong(_ article: PathologicalArticle) {
        let engine = Self.engine(deadline: .seconds(600))
        Growth.expectLinear(article, from: 60_000) { size in _ = try? engine.analyze(article.bytes(size)) }
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
