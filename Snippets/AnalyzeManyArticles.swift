// Analyses articles on several servers, eight at a time, and says what the pool does.

import Logging
import WiredeskClient

let pages = ["Mara Quill opened the harbour bridge on Monday.", "The council met on Tuesday."]

// snippet.pool
var policy = PoolPolicy()
policy.hedgeDelay = .milliseconds(500)
let pool = ClientPool(
    servers: ["wiredesk://10.0.0.1", "wiredesk://10.0.0.2"].compactMap { ServerAddress($0) }, policy: policy,
    observer: ClientEvent.log(to: Logger(label: "crawler")))
try await pool.connect()
// snippet.end

// snippet.bounded
try await withThrowingTaskGroup(of: Analysis.self) { group in
    for (number, page) in pages.enumerated() {
        if number >= 8, let analysis = try await group.next() { print(analysis.summary?.text ?? "") }
        group.addTask { try await pool.analyze(page, timeout: .seconds(20)) }
    }
    for try await analysis in group { print(analysis.summary?.text ?? "") }
}
// snippet.end
await pool.close()
