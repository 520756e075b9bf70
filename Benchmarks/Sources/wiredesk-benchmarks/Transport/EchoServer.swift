import Dispatch
import Foundation
import WiredeskTransport

/// Wiredesk's transport without the service: it answers each frame with itself.
enum EchoServer {
    /// How long one piece of busy work takes: about as long as a long article.
    private static let spinTime = Duration.milliseconds(2)

    static func run(_ mode: ServerMode) throws -> Never {
        SignalWatcher.ignoreBrokenPipes()
        let queues = QueuePool(label: "echo")
        let workers = WorkerPool(
            label: "echo.worker", width: ProcessInfo.processInfo.activeProcessorCount, depth: 1 << 16)
        if mode == .busy { for _ in 0..<16 { spin(on: workers) } }
        let listener = try Listener(.tcp(host: "127.0.0.1", port: 0)) { descriptor, peer in
            var limits = ChannelLimits()
            // As the service has it.
            limits.readAheadBytes = 256 << 10
            let channel = Channel(adopting: descriptor, peer: peer, queue: queues.next(), limits: limits)
            let handler = EchoHandler(channel, workers: mode == .inflate ? workers : nil)
            channel.queue.async { channel.start(handler) }
        }
        listener.start()
        FileHandle.standardError.write(Data("listening on \(listener.boundAddress)\n".utf8))
        dispatchMain()
    }

    private static func spin(on workers: WorkerPool) {
        _ = workers.submit(owner: ObjectIdentifier(workers)) {
            let end = ContinuousClock.now + spinTime
            while ContinuousClock.now < end {}
            spin(on: workers)
        }
    }
}
