import NIOHTTP1
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// What the head of a `POST /v1/analyze` says about it.
struct AnalyzeTicket: Sendable {
    var peer: String
    var token: Token?
    var deadline: Duration?
    var priority = JobPriority.normal
    var trace: String?

    /// - Throws: `badOption` for a header that means nothing.
    init(_ head: HTTPRequestHead, peer: String, token: Token?) throws(WiredeskError) {
        self.peer = peer
        self.token = token
        if let text = head.headers.first(name: "wiredesk-deadline") {
            guard let milliseconds = Int(text), (1...86_400_000).contains(milliseconds) else {
                throw WiredeskError(.badOption, "Wiredesk-Deadline is milliseconds, 1 to 86400000")
            }
            deadline = .milliseconds(milliseconds)
        }
        switch head.headers.first(name: "wiredesk-priority") {
        case "low": priority = .low
        case "high": priority = .high
        case "normal", nil: break
        default: throw WiredeskError(.badOption, "Wiredesk-Priority is low, normal or high")
        }
        trace = head.headers.first(name: "traceparent").map { String($0.prefix(FrameLimits.traceBytes)) }
    }
}
