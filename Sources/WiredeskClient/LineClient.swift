import Dispatch
import Glibc
import WiredeskModel
import WiredeskTransport

/// Asks a server one question in line mode (protocol.md, "Line mode"), as load balancers and people do.
public enum LineClient {
    private static let longestReply = 64 << 10

    /// Sends a command, such as `STATS` or `HEALTH`, and gives the one line of the answer.
    ///
    /// - Throws: `unreachable`, `connectionLost`, or `deadlineExceeded` when the answer does not come in time.
    public static func ask(
        _ command: String, of address: ServerAddress, tls: TLSSettings = TLSSettings(), timeout: Duration = .seconds(5)
    ) async throws(WiredeskError) -> String {
        let layer = try tls.layer(for: address)
        let descriptor: Int32
        do throws(TransportError) {
            descriptor = try await Connector.connect(to: address.address, timeout: timeout)
        } catch {
            throw WiredeskError(.unreachable, "\(error)")
        }
        let queue = DispatchQueue(label: "wiredesk.line")
        let channel = Channel(adopting: descriptor, queue: queue)
        if let layer { channel.secure(with: layer) }
        let result = await withCheckedContinuation { continuation in
            let question = Question(address) { continuation.resume(returning: $0) }
            queue.async {
                channel.start(question)
                channel.send(Array("\(command)\n".utf8))
                _ = TimerWheel.shared.schedule(after: timeout, on: queue) {
                    question.end(.failure(WiredeskError(.deadlineExceeded, "no answer in time")), channel)
                }
            }
        }
        return try result.get()
    }

    /// Collects bytes up to the first line end. Confined to the channel's queue.
    private final class Question: ChannelHandler, @unchecked Sendable {
        private var answer: [UInt8] = []
        private var onEnd: ((Result<String, WiredeskError>) -> Void)?

        private let address: ServerAddress

        init(_ address: ServerAddress, _ onEnd: @escaping (Result<String, WiredeskError>) -> Void) {
            self.address = address
            self.onEnd = onEnd
        }

        func end(_ result: Result<String, WiredeskError>, _ channel: Channel) {
            onEnd?(result)
            onEnd = nil
            channel.closeAfterFlush()
        }

        func channel(_ channel: Channel, didRead bytes: UnsafeRawBufferPointer) {
            answer += bytes
            if let end = answer.firstIndex(of: 0x0A) {
                self.end(.success(String(decoding: answer[..<end], as: UTF8.self)), channel)
            } else if answer.count > LineClient.longestReply {
                self.end(.failure(WiredeskError(.badReply, "the peer is no Wiredesk server")), channel)
            }
        }

        func channelDidEnd(_ channel: Channel) {
            end(.failure(WiredeskError(.connectionLost, "the server closed the connection without an answer")), channel)
        }

        func channel(_ channel: Channel, didCloseWith error: ChannelError?) {
            end(.failure(WiredeskError(error, at: address)), channel)
        }
    }
}
