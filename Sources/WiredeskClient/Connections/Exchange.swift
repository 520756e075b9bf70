import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// A request whose final event has not come.
struct Exchange {
    /// Takes the parts as they come; nil when the caller did not ask for any.
    var onPart: (@Sendable (Stage, ReplyPayload) -> Void)?
    /// Takes the final event.
    var onEnd: @Sendable (Result<ReplyPayload, WiredeskError>) -> Void
    var timeout: TimerToken?
}
