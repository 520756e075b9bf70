import Glibc

/// Sends the same frames over several connections, so many at a time on each, from one thread.
struct FrameLoad {
    let port: Int
    let opening: Opening
    let frames: [[UInt8]]
    let connections: Int
    let depth: Int

    /// Milliseconds that a look for something to do waits at most.
    private static let pollTime: Int32 = 50

    /// Runs until told to stop.
    ///
    /// - Parameter goesOn: is told now and then how many answers have come.
    func run(_ goesOn: (Int) throws -> Bool) throws {
        let buffer = LoadBuffer()
        let peers = try (0..<connections).map { _ in
            try LoadConnection(port: port, opening: opening, frames: frames, depth: depth, buffer: buffer)
        }
        var polls = peers.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        var answers = 0
        for peer in peers { try peer.send() }
        while try goesOn(answers) {
            for index in polls.indices {
                polls[index].events = Int16(peers[index].wantsToSend ? POLLIN | POLLOUT : POLLIN)
            }
            guard poll(&polls, nfds_t(polls.count), Self.pollTime) >= 0 || errno == EINTR else {
                throw BenchmarkError("cannot poll: errno \(errno)")
            }
            for (index, peer) in peers.enumerated() where polls[index].revents != 0 {
                if polls[index].revents & Int16(POLLOUT) != 0 { try peer.send() }
                guard polls[index].revents & ~Int16(POLLOUT) != 0 else { continue }
                answers += try peer.receive()
                try peer.send()
            }
        }
    }
}
