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

    @Test(arguments: PathologicalArticle.allCases)
    func twiceTheSizeTakesAboutTwiceAsLong(_ article: PathologicalArticle) {
        let engine = Self.engine(deadline: .seconds(600))
        Growth.expectLinear(article, from: 60_000) { size in _ = try? engine.analyze(article.bytes(size)) }
    }

    /// In a debug build the stretches between two checks are much longer than in the product.
    @Test(arguments: PathologicalArticle.allCases)
    func aDeadlineEndsTheWork(_ article: PathologicalArticle) {
        let engine = Self.engine(deadline: .milliseconds(50))
        let input = article.bytes(300_000)
        var best = Double.infinity
        for _ in 0..<3 where best > 0.5 { best = min(best, Growth.seconds { _ = try? engine.analyze(input) }) }
        #expect(best <= 0.5, "stopped after \(best) s")
    }
}
