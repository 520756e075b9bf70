// The same job on a pool of servers, or without any server.

import WiredeskClient
import WiredeskEngine

// snippet.job
func headline(of page: [UInt8], by analyzer: any Analyzer) async throws -> String? {
    try await analyzer.analyze(page).article?.title
}
// snippet.end

let analyzer: any Analyzer = LocalAnalyzer()
print(try await headline(of: Array("<h1>Harbour bridge opens</h1>".utf8), by: analyzer) ?? "no title")
