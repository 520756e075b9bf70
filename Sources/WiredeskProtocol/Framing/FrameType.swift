/// What a frame is (protocol.md, "Frame types").
package enum FrameType: UInt8, Sendable, CaseIterable {
    case hello = 1
    case request = 2
    case part = 3
    case result = 4
    case error = 5
    case cancel = 6
    case credit = 7
    case ping = 8
    case pong = 9
    case goAway = 10

    /// The flags that mean something on it.
    var allowedFlags: FrameFlags {
        switch self {
        case .hello, .error: [.extended, .json]
        case .request: [.extended, .compressed, .json, .stream]
        case .part, .result: [.extended, .compressed, .json]
        case .cancel, .credit, .ping, .pong, .goAway: [.extended]
        }
    }
}
