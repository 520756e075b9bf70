import WiredeskModel

/// How much a client may still send: requests, and bytes of REQUEST frames, headers included.
package struct Credit: Sendable, Hashable {
    package var requests: Int
    package var bytes: Int

    package init(requests: Int, bytes: Int) {
        self.requests = requests
        self.bytes = bytes
    }

    package static let none = Credit(requests: 0, bytes: 0)

    package func covers(_ cost: Credit) -> Bool { requests >= cost.requests && bytes >= cost.bytes }

    package static func += (left: inout Credit, right: Credit) {
        left.requests += right.requests
        left.bytes += right.bytes
    }

    package static func -= (left: inout Credit, right: Credit) {
        left.requests -= right.requests
        left.bytes -= right.bytes
    }

    /// The CREDIT frame that grants this.
    var frame: Frame {
        Frame(
            .credit,
            payload: UInt32(clamping: requests).littleEndianBytes + UInt32(clamping: bytes).littleEndianBytes)
    }

    init(_ frame: Frame) throws(WiredeskError) {
        guard frame.payload.count == 8 else { throw WiredeskError(.badFrame, "CREDIT is 8 bytes") }
        requests = Int(UInt32(littleEndianBytes: frame.payload[..<4]))
        bytes = Int(UInt32(littleEndianBytes: frame.payload[4...]))
    }
}
