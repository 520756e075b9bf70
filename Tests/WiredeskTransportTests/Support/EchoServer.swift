import Dispatch

@testable import WiredeskTransport

/// A listener whose connections get a handler each.
final class EchoServer: Sendable {
    let listener: Listener
    let handlers = Locked<[RecordingHandler]>([])

    init(
        _ address: Address = .tcp(host: "127.0.0.1", port: 0), limits: ChannelLimits = ChannelLimits(),
        handler: @escaping @Sendable () -> RecordingHandler = RecordingHandler.echo
    ) throws {
        let pool = QueuePool(label: "echo", count: 2)
        let handlers = handlers
        listener = try Listener(address) { descriptor, peer in
            let channel = Channel(adopting: descriptor, peer: peer, queue: pool.next(), limits: limits)
            let handler = handler()
            handlers.withLock { $0.append(handler) }
            channel.queue.async { channel.start(handler) }
        }
        listener.start()
    }

    deinit { listener.close() }

    var address: Address { listener.boundAddress }

    /// The handler of the first connection, once there is one.
    func firstHandler() -> RecordingHandler? {
        _ = eventually { handlers.withLock { !$0.isEmpty } }
        return handlers.withLock { $0.first }
    }
}
