import NIOHTTP1

/// What there is to be had.
enum HTTPPath: String, CaseIterable, Sendable {
    case page = "/"
    case live = "/live"
    case ready = "/ready"
    case metrics = "/metrics"
    case analyze = "/v1/analyze"

    /// The path of a request's target, whose query means nothing here.
    init?(_ target: String) {
        self.init(rawValue: String(target.prefix { $0 != "?" }))
    }

    var methods: [HTTPMethod] { self == .analyze ? [.POST] : [.GET, .HEAD] }
}
