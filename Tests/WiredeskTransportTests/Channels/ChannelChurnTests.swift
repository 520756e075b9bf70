import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct ChannelChurnTests {
    /// The ways in which clients come and go, in turn.
    private enum Visit: Int, CaseIterable {
        case echoAndClose, echoAndReset, resetAtOnce, resetWithBytesUnderWay, halfClose, closeAtOnce
    }

    @Test func twoThousandConnectionsLeaveNothingBehind() throws {
        let server = try EchoServer()
        let before = processCount(of: "fd")
        var mostThreads = 0
        for number in 0..<2_000 {
            let peer = try RawSocket(connectingTo: server.address)
            let message = pattern(64, seed: UInt32(number))
            switch Visit(rawValue: number % Visit.allCases.count) {
            case .echoAndClose:
                peer.send(message)
                try #require(peer.receives(message))
            case .echoAndReset:
                peer.send(message)
                try #require(peer.receives(message))
                peer.reset()
            case .resetAtOnce: peer.reset()
            case .resetWithBytesUnderWay:
                peer.send(message)
                peer.reset()
            case .halfClose:
                peer.send(message)
                peer.halfClose()
                try #require(peer.receives(message))
                #expect(peer.ending() == .end)
            case .closeAtOnce, nil: peer.close()
            }
            if number % 50 == 0 { mostThreads = max(mostThreads, processCount(of: "task")) }
        }
        #expect(eventually { server.handlers.withLock { $0.count } == 2_000 })
        // Dispatch may miss the reset of one in thirty thousand; the idle timeout of a server is for those.
        let open = { server.handlers.withLock { $0.count { !$0.isClosed } } }
        #expect(eventually { open() <= 1 })
        #expect(eventually { processCount(of: "fd") <= before + 50 })
        #expect(server.handlers.withLock { $0.allSatisfy { $0.now.closes.count <= 1 } })
        #expect(mostThreads < 260)
    }
}
