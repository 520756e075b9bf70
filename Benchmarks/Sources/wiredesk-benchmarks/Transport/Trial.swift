import Foundation

/// One server, started anew and measured once.
struct Trial {
    let contender: Contender
    let server: ServerProcess

    init(_ contender: Contender, _ mode: ServerMode) throws {
        self.contender = contender
        server = try ServerProcess(contender.command(mode))
    }

    /// What it takes to answer such frames.
    ///
    /// - Parameter message: the same for gRPC: the bytes of a message, or the file that holds it.
    func throughput(
        of frame: [UInt8], _ mode: ServerMode, message: String, connections: Int = 8, depth: Int
    ) throws -> Throughput {
        switch contender.client {
        case .frames(let opening):
            var window = MeasuringWindow(server)
            try load(opening, frame, connections, depth).run { window.goesOn($0) }
            return try window.throughput()
        case .grpc(let program):
            // More calls at a time only wait for one another's windows.
            let load = GRPCLoad(
                program: program, method: mode.rawValue, message: message, connections: connections,
                depth: min(depth, 8))
            var start = 0.0
            let outcome = try load.run(port: server.port) { start = server.processorSeconds }
            return Throughput(
                processorMicroseconds: (server.processorSeconds - start) * 1e6 / outcome.calls,
                perSecond: outcome.calls / outcome.seconds)
        }
    }

    /// How long an answer takes when one is waited for at a time.
    func latency(of frame: [UInt8], message: String) throws -> Latency {
        switch contender.client {
        case .frames(let opening):
            let connection = try LoadConnection(
                port: server.port, opening: opening, frames: [frame], buffer: LoadBuffer())
            let start = ContinuousClock.now + MeasuringWindow.warmUp
            var times: [Double] = []
            while case let sent = ContinuousClock.now, sent < start + MeasuringWindow.duration {
                try connection.roundTrip()
                if sent >= start { times.append((ContinuousClock.now - sent) / .microseconds(1)) }
            }
            guard !times.isEmpty else { throw BenchmarkError("nothing was answered") }
            return Latency(times)
        case .grpc(let program):
            return try GRPCLoad(program: program, method: "echo", message: message, connections: 1, depth: 1)
                .run(port: server.port).latency
        }
    }

    /// Threads of the server under load: those at the middle of all looks, and the most.
    func threads(_ frame: [UInt8], connections: Int) throws -> (middle: Int, most: Int) {
        guard case .frames(let opening) = contender.client else { throw BenchmarkError("not loaded by frames") }
        var window = MeasuringWindow(server)
        var looks = 0
        try load(opening, frame, connections, 8).run { answers in
            looks += 1
            if looks % 64 == 0 { window.countThreads() }
            return window.goesOn(answers)
        }
        guard let most = window.threads.max() else { throw BenchmarkError("nobody looked at the threads") }
        return (window.threads.sorted()[window.threads.count / 2], most)
    }

    /// Bytes of memory of the server for each of so many idle connections; each has sent a frame and been answered.
    func idleBytes(_ frame: [UInt8], connections: Int) throws -> Double {
        let buffer = LoadBuffer()
        let opening = if case .frames(let opening) = contender.client { opening } else { Opening.http2 }
        func connect() throws -> LoadConnection {
            let connection = try LoadConnection(port: server.port, opening: opening, frames: [frame], buffer: buffer)
            if case .frames = contender.client { try connection.roundTrip() }
            return connection
        }
        let first = try connect()
        Thread.sleep(forTimeInterval: 0.2)
        let before = server.privateKiB
        let others = try (0..<connections).map { _ in try connect() }
        Thread.sleep(forTimeInterval: 1)
        let after = server.privateKiB
        withExtendedLifetime((first, others)) {}
        return Double((after - before) * 1024) / Double(connections)
    }

    private func load(_ opening: Opening, _ frame: [UInt8], _ connections: Int, _ depth: Int) -> FrameLoad {
        FrameLoad(port: server.port, opening: opening, frames: [frame], connections: connections, depth: depth)
    }
}
