import WiredeskModel

/// A GOAWAY: the sender takes no more requests.
package struct GoAway: Sendable, Hashable {
    package enum Reason: UInt16, Sendable {
        case shutdown = 0
        case idle = 1
    }

    /// The last request that was accepted; later ones were not looked at.
    package var lastID: UInt64
    /// Milliseconds until the sender closes whatever is still in flight.
    package var drainMilliseconds: UInt32
    package var reason: Reason

    package init(lastID: UInt64, drainMilliseconds: UInt32, reason: Reason) {
        self.lastID = lastID
        self.drainMilliseconds = drainMilliseconds
        self.reason = reason
    }

    var frame: Frame {
        Frame(
            .goAway, code: reason.rawValue, payload: lastID.littleEndianBytes + drainMilliseconds.littleEndianBytes)
    }

    init(_ frame: Frame) throws(WiredeskError) {
        guard frame.payload.count == 12 else { throw WiredeskError(.badFrame, "GOAWAY is 12 bytes") }
        lastID = UInt64(littleEndianBytes: frame.payload[..<8])
        drainMilliseconds = UInt32(littleEndianBytes: frame.payload[8...])
        reason = Reason(rawValue: frame.code) ?? .shutdown
    }
}
