import Testing

/// The entities of articles that were written and annotated for it, in the styles in which news comes.
@Suite struct AnnotatedArticleTests {
    /// The least F1 that may be: some points under what is reached, so that a new name tagger has room.
    static let floors: [(ArticleScores.Measure, Double)] = [
        (.mentions, 0.83), (.extents, 0.92), (.grouping, 0.96), (.names, 0.95), (.roles, 0.93), (.countries, 0.93),
        (.dates, 0.88), (.speakers, 0.84),
    ]

    @Test func scoresAreNoLowerThanTheyWere() throws {
        var overall = ArticleScores()
        var rows: [(name: String, scores: ArticleScores)] = []
        for article in try AnnotatedArticle.all() {
            let scores = try ArticleScorer.scores(of: article)
            rows.append((article.description, scores))
            overall += scores
        }
        #expect(rows.count >= 12)
        rows.append(("overall", overall))
        let low = Self.floors.filter { overall[$0.0].f1 < $0.1 }.map { "\($0.0.rawValue) under \($0.1)" }
        #expect(low.isEmpty, "\(low.joined(separator: ", "))\n\(ScoreTable(rows: rows))")
    }

    @Test(arguments: [
        ("one part", "1 parts instead of article, entities, quotes"),
        ("a\n---\nb\n---\nc", "no published and headline"),
        (Self.file("[Oslo] [Oslo"), "brackets at Oslo"),
        (Self.file("[Oslo] and [Bergen]"), "no entity Bergen"),
        (Self.file("Oslo"), "Oslo is mentioned nowhere"),
        (Self.file("[Oslo]", entities: "Oslo | GPE | | NO\nOslo | ORG"), "Oslo is there twice"),
        (Self.file("[Oslo]", entities: "Oslo | TOWN"), "type: Oslo | TOWN"),
        (Self.file("[Oslo]", entities: "Oslo | GPE"), "country: Oslo | GPE"),
        (Self.file("[Oslo]", quotes: "Oslo: We won"), "0 quotes begin with We won"),
    ])
    func refusesAnnotationThatDoesNotMatchItsText(_ file: String, _ reason: String) {
        #expect(throws: AnnotatedArticle.Malformed(article: "a", reason: reason)) { try AnnotatedArticle("a", file) }
    }

    private static func file(_ text: String, entities: String = "Oslo | GPE | | NO", quotes: String = "") -> String {
        "published: 2026-01-01\nheadline: None\n\n\(text)\n---\n\(entities)\n---\n\(quotes)"
    }
}
