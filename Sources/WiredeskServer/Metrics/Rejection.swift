/// Why a request was turned away with `busy`.
package enum Rejection: Int, Sendable, CaseIterable {
    /// As many wait for a worker as may.
    case queueFull
    /// The articles in the server take as much memory as they may.
    case memoryFull
    /// The token's rate is used up.
    case tokenRate

    /// The name in the metrics.
    package var name: String {
        switch self {
        case .queueFull: "queue_full"
        case .memoryFull: "memory_full"
        case .tokenRate: "token_rate"
        }
    }
}
