import Glibc
import WiredeskProtocol

/// One connection to a server that is measured.
final class LoadConnection {
    let descriptor: Int32
    private(set) var counter = ReplyCounter()
    /// Sent one after the other, again and again, with ids that go up as the protocol has it.
    private var frames: [[UInt8]]
    private var lastID: UInt64 = 0
    /// Frames that may be sent.
    private var owed: Int
    private var output: [UInt8] = []
    private var sent = 0
    /// Where what comes is looked at; connections of one thread share it.
    private let buffer: LoadBuffer

    /// Connects and says the opening; blocks until the server has answered it.
    init(port: Int, opening: Opening, frames: [[UInt8]], depth: Int = 1, buffer: LoadBuffer) throws {
        self.frames = frames
        self.buffer = buffer
        owed = depth
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw BenchmarkError("no socket: errno \(errno)") }
        try connect(to: port)
        try open(opening)
    }

    deinit {
        close(descriptor)
    }

    /// Whether there is something for the socket to take.
    var wantsToSend: Bool { owed > 0 || sent < output.count }

    /// Sends a frame and blocks until its answer is there.
    func roundTrip() throws {
        owed = 1
        try send(flags: 0)
        while try receive(flags: 0) == 0 {}
    }

    /// Sends what is owed, as far as the socket takes it.
    func send(flags: Int32 = Int32(MSG_DONTWAIT)) throws {
        while owed > 0, output.count < 256 << 10 {
            let index = Int(lastID % UInt64(frames.count))
            lastID += 1
            withUnsafeBytes(of: lastID.littleEndian) { frames[index].replaceSubrange(8..<16, with: $0) }
            output += frames[index]
            owed -= 1
        }
        while sent < output.count {
            let count = output.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress! + sent, $0.count - sent, flags | Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EAGAIN { return }
            guard count > 0 else { throw BenchmarkError("cannot send: errno \(errno)") }
            sent += count
        }
        output.removeAll(keepingCapacity: true)
        sent = 0
    }

    /// Takes what has come; each answer lets the next frame go.
    ///
    /// - Returns: the number of answers.
    func receive(flags: Int32 = Int32(MSG_DONTWAIT)) throws -> Int {
        let replies = try counter.take(receiveBytes(flags: flags))
        owed += replies
        return replies
    }

    private func receiveBytes(flags: Int32) throws -> UnsafeRawBufferPointer {
        let count = recv(descriptor, buffer.bytes.baseAddress, buffer.bytes.count, flags)
        if count < 0, errno == EAGAIN { return UnsafeRawBufferPointer(start: nil, count: 0) }
        guard count > 0 else { throw BenchmarkError("the server closed the connection: errno \(errno)") }
        return UnsafeRawBufferPointer(start: buffer.bytes.baseAddress, count: count)
    }

    private func connect(to port: Int) throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw BenchmarkError("cannot connect: errno \(errno)") }
        var one: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    private func open(_ opening: Opening) throws {
        let bytes = opening.bytes
        guard !bytes.isEmpty else { return }
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw BenchmarkError("the server does not take the opening")
        }
        switch opening {
        case .none:
            break
        case .wiredesk:
            var preface = [UInt8](repeating: 0, count: Preface.bytes.count)
            guard recv(descriptor, &preface, preface.count, Int32(MSG_WAITALL)) == preface.count,
                preface == Preface.bytes
            else { throw BenchmarkError("no preface from the server") }
            repeat { _ = try receive(flags: 0) } while counter.isMidFrame
        case .http2:
            // The server's own SETTINGS; then the word that they are taken.
            _ = try receiveBytes(flags: 0)
            let acknowledgement: [UInt8] = [0, 0, 0, 4, 1, 0, 0, 0, 0]
            _ = Glibc.send(descriptor, acknowledgement, acknowledgement.count, Int32(MSG_NOSIGNAL))
        }
    }

}
