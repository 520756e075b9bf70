import Synchronization
import WiredeskProtocol

/// Bytes of payloads in one direction: as they were, and as they crossed the wire.
struct PayloadCounter: ~Copyable, Sendable {
    private let raw = Atomic<Int>(0)
    private let wire = Atomic<Int>(0)

    func record(_ size: PayloadSize) {
        raw.increment(by: size.raw)
        wire.increment(by: size.wire)
    }

    var reading: PayloadSize { PayloadSize(raw: raw.current, wire: wire.current) }
}
