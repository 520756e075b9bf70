import Dispatch
import WiredeskProtocol
import WiredeskTransport

/// Answers each whole frame with itself.
///
/// Safe to share because everything but `answers` is confined to the channel's queue.
final class EchoHandler: ChannelHandler, @unchecked Sendable {
    private let channel: Channel
    /// Where payloads are inflated before the answer; nil to answer at once.
    private let workers: WorkerPool?
    /// The beginning of a frame.
    private var pending: [UInt8] = []
    /// What workers are done with.
    private let answers = Locked<[[UInt8]]>([])

    init(_ channel: Channel, workers: WorkerPool?) {
        self.channel = channel
        self.workers = workers
    }

    func channel(_ channel: Channel, didRead bytes: UnsafeRawBufferPointer) {
        var bytes = bytes
        if !pending.isEmpty {
            take(&bytes, until: FrameShape.header)
            guard let length = pending.withUnsafeBytes({ FrameShape.length(of: $0) }) else { return }
            take(&bytes, until: length)
            guard pending.count == length else { return }
            _ = pending.withUnsafeBytes { answer($0) }
            pending.removeAll(keepingCapacity: true)
        }
        let whole = answer(bytes)
        pending.append(contentsOf: bytes[whole...])
    }

    func channelDidEnd(_ channel: Channel) {
        channel.closeAfterFlush()
    }

    func channel(_ channel: Channel, didCloseWith error: ChannelError?) {}

    /// Moves bytes to the frame that has begun until it has so many.
    private func take(_ bytes: inout UnsafeRawBufferPointer, until count: Int) {
        let missing = min(max(0, count - pending.count), bytes.count)
        pending.append(contentsOf: bytes[..<missing])
        bytes = UnsafeRawBufferPointer(rebasing: bytes[missing...])
    }

    /// Answers the frames at the front that have arrived whole, and tells how many bytes they have.
    private func answer(_ bytes: UnsafeRawBufferPointer) -> Int {
        var end = 0
        while let length = FrameShape.length(of: bytes, at: end), length <= bytes.count - end {
            if let workers { inflate(Array(bytes[end..<end + length]), on: workers) }
            end += length
        }
        if workers == nil { channel.send(UnsafeRawBufferPointer(rebasing: bytes[..<end])) }
        return end
    }

    private func inflate(_ frame: [UInt8], on workers: WorkerPool) {
        let isAccepted = workers.submit(owner: ObjectIdentifier(self)) { [self] in
            guard Payload.inflate(frame) else { return channel.queue.async { self.channel.close() } }
            let isFirst = answers.withLock { answers in
                answers.append(frame)
                return answers.count == 1
            }
            if isFirst { channel.queue.async { self.sendAnswers() } }
        }
        if !isAccepted { channel.close() }
    }

    /// One hop, and one system call, for as many answers as are there.
    private func sendAnswers() {
        let ready = answers.withLock { answers in
            defer { answers = [] }
            return answers
        }
        channel.gatherSends { for frame in ready { channel.send(frame) } }
    }
}
