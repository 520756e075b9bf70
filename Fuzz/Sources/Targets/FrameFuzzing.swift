@testable import WiredeskModel
@testable import WiredeskProtocol

/// Bytes as a peer sends them, to the decoder and to both ends of a connection.
enum FrameFuzzing {
    static func run(_ bytes: [UInt8]) -> Int {
        // The first byte says into what pieces the others are cut: how they are cut must change nothing.
        let piece = 1 + Int(bytes.first ?? 0)
        let rest = Array(bytes.dropFirst())
        let whole = decode(rest, piece: max(1, rest.count))
        precondition(whole == decode(rest, piece: piece), "frames depend on how the bytes are split")
        return whole.count + serve(rest, piece: piece) + receive(rest, piece: piece)
    }

    /// The events, and nil at the end of a stream that broke.
    private static func decode(_ bytes: [UInt8], piece: Int) -> [FrameDecoder.Event?] {
        var decoder = FrameDecoder(maximumFrame: 4096)
        var events: [FrameDecoder.Event?] = []
        for part in pieces(of: bytes, piece) {
            do {
                try part.withUnsafeBytes { buffer in
                    var buffer = buffer
                    while let event = try decoder.next(&buffer) { events.append(event) }
                }
            } catch {
                events.append(nil)
                break
            }
        }
        return events
    }

    /// A server that sees a stranger's first bytes, and one that has shaken hands already.
    private static func serve(_ bytes: [UInt8], piece: Int) -> Int {
        var count = 0
        for opening in [[], Preface.bytes + Frame(.hello, payload: CBORWriter.encode(ClientHello())).encoded()] {
            var session = ServerSession(agent: "fuzz", now: 0)
            var now: UInt64 = 0
            count += opening.withUnsafeBytes { session.receive($0, now: now) }.count
            for part in pieces(of: bytes, piece) {
                now += 1
                for action in part.withUnsafeBytes({ session.receive($0, now: now) }) {
                    count += 1
                    guard case .start(let request) = action else { continue }
                    let opened = try? request.open()
                    let error = WiredeskError(.internalError, "\(opened?.article.count ?? 0) bytes")
                    count +=
                        session.finish(request.replyFormat.error(error, id: request.id), id: request.id, now: now)
                        .count
                }
            }
            count += session.receiveEnd().count
            precondition(session.inFlightCount == 0, "a request was never finished")
        }
        return count
    }

    private static func receive(_ bytes: [UInt8], piece: Int) -> Int {
        var greeting = ServerHello()
        greeting.requests = 2
        greeting.bytes = 1 << 20
        var count = 0
        for opening in [[], Preface.bytes + Frame(.hello, payload: CBORWriter.encode(greeting)).encoded()] {
            var session = ClientSession(hello: ClientHello())
            var unanswered = 3
            func handle(_ actions: [ClientSession.Action]) {
                count += actions.count
                for action in actions {
                    switch action {
                    case .result(_, let payload):
                        unanswered -= 1
                        if (try? payload.open(maximumRaw: 1 << 16)) != nil { count += 1 }
                    case .failed: unanswered -= 1
                    case .part(_, _, let payload):
                        if (try? payload.open(maximumRaw: 1 << 16)) != nil { count += 1 }
                    default: break
                    }
                }
            }
            handle(session.connected())
            for _ in 0..<unanswered {
                handle(session.submit(Frame(.request, code: 1, payload: [0, 0, 0, 0, 0x41])).actions)
            }
            handle(opening.withUnsafeBytes { session.receive($0) })
            for part in pieces(of: bytes, piece) { handle(part.withUnsafeBytes { session.receive($0) }) }
            handle(session.disconnected(nil))
            precondition(unanswered == 0, "each request gets exactly one final event")
        }
        return count
    }

    private static func pieces(of bytes: [UInt8], _ count: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: bytes.count, by: count).map { bytes[$0..<min($0 + count, bytes.count)] }
    }
}
