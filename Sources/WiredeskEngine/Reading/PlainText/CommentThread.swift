/// Readers' comments below an article: what they wrote reads like the article, but each begins in a line that says when
/// it was posted.
enum CommentThread {
    /// Stamps that make a thread, and blocks from one to the next at most.
    private static let fewestStamps = 3
    private static let longestComment = 10
    /// Blocks in which a comment's text begins behind its stamp, and words that it has.
    private static let reachOfStamp = 4
    private static let fewestWords = 8
    /// Words that the article above it has.
    private static let fewestArticleWords = 60

    /// The block in which the first comment begins; nil where there are none.
    ///
    /// - Parameter keeps: which blocks are thought to be the article.
    static func start(in blocks: [TextBlock], keeps: [Bool], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard blocks.contains(where: { $0.cue?.reason == .comments || $0.measures.isCommentLine }) else { return nil }
        let isStamp = blocks.map { PostingStamp.begins($0, in: bytes) }
        let stamps = blocks.indices.filter { isStamp[$0] && hasText(behind: $0, blocks, isStamp) }
        guard stamps.count >= fewestStamps else { return nil }
        var words = 0
        var next = 0
        for first in 0...(stamps.count - fewestStamps) {
            while next < stamps[first] {
                if keeps[next] { words += blocks[next].measures.words }
                next += 1
            }
            let isDense = (1..<fewestStamps).allSatisfy {
                stamps[first + $0] - stamps[first + $0 - 1] <= longestComment
            }
            if words >= fewestArticleWords, isDense { return stamps[first] }
        }
        return nil
    }

    /// Whether a comment's text stands in the stamp's own block or soon behind it.
    private static func hasText(behind stamp: Int, _ blocks: [TextBlock], _ isStamp: [Bool]) -> Bool {
        if blocks[stamp].measures.words >= 2 * fewestWords { return true }
        return (stamp + 1..<min(blocks.count, stamp + 1 + reachOfStamp)).contains {
            !isStamp[$0] && blocks[$0].measures.words >= fewestWords
        }
    }
}
