import Dispatch

@testable import WiredeskTransport

/// A channel's handler that notes what happens, and does in addition what the test asks for.
final class RecordingHandler: ChannelHandler, @unchecked Sendable {
    struct Record {
        var bytes: [UInt8] = []
        var reads = 0
        var ends = 0
        var drains = 0
        var closes: [ChannelError?] = []
    }

    let record = Locked(Record())
    private let onRead: @Sendable (Channel, UnsafeRawBufferPointer) -> Void
    private let onEnd: @Sendable (Channel) -> Void

    init(
        onEnd: @escaping @Sendable (Channel) -> Void = { _ in },
        onRead: @escaping @Sendable (Channel, UnsafeRawBufferPointer) -> Void = { _, _ in }
    ) {
        self.onRead = onRead
        self.onEnd = onEnd
    }

    /// Sends back what it reads, and closes after the peer has ended.
    static func echo() -> RecordingHandler {
        RecordingHandler(onEnd: { $0.closeAfterFlush() }, onRead: { $0.send($1) })
    }

    func channel(_ channel: Channel, didRead bytes: UnsafeRawBufferPointer) {
        record.withLock {
            $0.bytes.append(contentsOf: bytes)
            $0.reads += 1
        }
        onRead(channel, bytes)
    }

    func channelDidEnd(_ channel: Channel) {
        record.withLock { $0.ends += 1 }
        onEnd(channel)
    }

    func channelDidSend(_ channel: Channel) {
        guard channel.pendingBytes == 0 else { return }
        record.withLock { $0.drains += 1 }
    }

    func channel(_ channel: Channel, didCloseWith error: ChannelError?) {
        record.withLock { $0.closes.append(error) }
    }

    var now: Record { record.withLock { $0 } }

    func received(_ expected: [UInt8]) -> Bool { record.withLock { $0.bytes == expected } }

    var isClosed: Bool { record.withLock { !$0.closes.isEmpty } }
}
