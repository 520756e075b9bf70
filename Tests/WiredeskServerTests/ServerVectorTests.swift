import Glibc
import GoldenVectors
import Testing
import WiredeskModel

@testable import WiredeskProtocol
@testable import WiredeskServer

/// Plays what clients send, good and bad, to a real server.
@Suite(.serialized) struct ServerVectorTests {
    /// Milliseconds; only a server that never answers takes them all.
    private static let patience: Int32 = 60_000

    /// One server for all of them: none may leave it the worse.
    private static let server = Result { try ServerFixture() }

    /// What came back.
    private struct Conversation {
        var replies: [String] = []
        var text = ""
        var closes = false
    }

    @Test(arguments: try GoldenVector.all(as: "server"))
    func serverAnswersAsTheVectorsSay(vector: GoldenVector) async throws {
        let peer = try Self.server.get().peer()
        let expected = (vector.expected["replies"]?.elements ?? []).map { describe($0) }
        let closes = vector.expected["closes"]?.boolean ?? false
        let lines = vector.expected["lines"]?.elements.compactMap(\.string)

        peer.send(vector.bytes)
        if vector.header["then"] == "half-close" { peer.halfClose() }
        let conversation = talk(peer, replies: expected.count, lines: lines?.count, untilClosed: closes)

        #expect(conversation.closes == closes)
        if let lines {
            let answers = conversation.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(answers.count == lines.count)
            for (answer, line) in zip(answers, lines) {
                #expect(line.hasSuffix("*") ? answer.hasPrefix(line.dropLast()) : answer == line)
            }
        } else {
            #expect(conversation.replies.sorted() == expected.sorted())
        }
    }

    /// Reads until everything expected is there, and a little longer to see that nothing else is.
    private func talk(_ peer: RawPeer, replies: Int, lines: Int?, untilClosed: Bool) -> Conversation {
        var conversation = Conversation()
        var decoder = FrameDecoder(maximumFrame: 64 << 20)
        var preface = 0
        while true {
            let isComplete =
                lines.map { conversation.text.count(where: { $0 == "\n" }) >= $0 }
                ?? (conversation.replies.count >= replies)
            guard let bytes = peer.receive(within: isComplete && !untilClosed ? 30 : Self.patience) else { break }
            guard !bytes.isEmpty else {
                conversation.closes = true
                break
            }
            if lines != nil {
                conversation.text += String(decoding: bytes, as: UTF8.self)
                continue
            }
            let skipped = min(Preface.bytes.count - preface, bytes.count)
            preface += skipped
            Array(bytes[skipped...]).withUnsafeBytes { buffer in
                var rest = buffer
                while case .frame(let frame, _)? = (try? decoder.next(&rest)) ?? nil {
                    if frame.type != .credit { conversation.replies.append(describe(frame)) }
                }
            }
        }
        return conversation
    }

    private func describe(_ frame: Frame) -> String {
        let type = frame.type.map { "\($0)".uppercased() } ?? "?"
        let error = frame.type == .error ? ErrorCode(rawValue: frame.code)?.name ?? "?" : "-"
        let stage = frame.type == .part ? Stage(code: frame.code)?.rawValue ?? "?" : "-"
        return "\(type) \(frame.id) \(error) \(stage) \(frame.extensions.trace ?? "-")"
    }

    /// JSON numbers past 63 bits read as doubles; the vectors use powers of two and the largest.
    private func number64(_ value: JSONValue?) -> UInt64 {
        switch value {
        case .integer(let integer): UInt64(integer)
        case .double(let double): double >= 0x1p64 ? .max : UInt64(double)
        default: 0
        }
    }

    private func describe(_ reply: JSONValue) -> String {
        """
        \(reply["type"]?.string ?? "?") \(number64(reply["id"])) \(reply["error"]?.string ?? "-") \
        \(reply["stage"]?.string ?? "-") \(reply["trace"]?.string ?? "-")
        """
    }
}
