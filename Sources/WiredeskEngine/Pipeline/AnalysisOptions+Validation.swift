extension AnalysisOptions {
    /// Refuses combinations that mean nothing.
    func validate() throws(WiredeskError) {
        func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(WiredeskError) {
            if !condition { throw WiredeskError(.badOption, message()) }
        }
        try require(
            [sentences != nil, words != nil, ratio != nil].filter(\.self).count <= 1,
            "sentences, words and ratio exclude one another")
        try require(sentences.map { (1...1000).contains($0) } ?? true, "sentences must be 1 to 1000")
        try require(words.map { (1...100_000).contains($0) } ?? true, "words must be 1 to 100000")
        try require(ratio.map { $0 > 0 && $0 <= 1 } ?? true, "ratio must be above 0 and at most 1")
        try require(!(verbatim && content == .html), "verbatim is for text, not for HTML")
        if let published {
            try require(
                PublicationDate(iso8601: published) != nil, "published \"\(published.prefix(40))\" is no ISO 8601 date")
        }
    }
}
