import GRPCCore
import GRPCNIOTransportHTTP2
import Glibc
import PeerWork

/// Calls a server over several connections, so many calls at a time on each. Prints `warm` after the first part of a
/// second, and at the end the calls since then, the seconds, and their median and 99th percentile in microseconds.
struct Load {
    private static let warmUp = Duration.milliseconds(500)

    private typealias Client = GRPCClient<HTTP2ClientTransport.Posix>

    private let port: Int
    private let method: Method
    private let message: [UInt8]
    private let connections: Int
    private let depth: Int
    private let duration: Duration

    init?(_ arguments: ArraySlice<String>) {
        let arguments = Array(arguments)
        guard arguments.count == 6, let port = Int(arguments[0]), let method = Method(rawValue: arguments[1]),
            let connections = Int(arguments[3]), let depth = Int(arguments[4]), let seconds = Double(arguments[5])
        else { return nil }
        self.port = port
        self.method = method
        self.connections = connections
        self.depth = depth
        duration = .seconds(seconds)
        if let size = Int(arguments[2]) {
            message = [UInt8](repeating: 0, count: size)
        } else {
            guard let bytes = Self.read(arguments[2]) else { return nil }
            message = bytes
        }
    }

    func run() async throws -> Never {
        let warm = ContinuousClock.now + Self.warmUp
        let end = warm + duration
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<connections { group.addTask { try await loadConnection(from: warm, to: end) } }
            group.addTask {
                try await Task.sleep(until: warm)
                print("warm")
                fflush(nil)
                return []
            }
            return try await group.reduce(into: [Double]()) { $0 += $1 }.sorted()
        }
        guard !times.isEmpty else {
            StandardError.print("no call was answered")
            exit(1)
        }
        print(
            times.count, (ContinuousClock.now - warm) / .seconds(1), times[times.count / 2],
            times[times.count * 99 / 100])
        exit(0)
    }

    /// Microseconds of each call that began when the server was warm.
    private func loadConnection(from warm: ContinuousClock.Instant, to end: ContinuousClock.Instant) async throws
        -> [Double]
    {
        let client = Client(
            transport: try .http2NIOPosix(
                target: .ipv4(address: "127.0.0.1", port: port), transportSecurity: .plaintext))
        // Nobody waits for its end: the process ends first, because a graceful end takes seconds.
        Task { try await client.runConnections() }
        return try await withThrowingTaskGroup(of: [Double].self) { calls in
            for _ in 0..<depth {
                calls.addTask {
                    var times: [Double] = []
                    while case let start = ContinuousClock.now, start < end {
                        try await call(client)
                        if start >= warm { times.append((ContinuousClock.now - start) / .microseconds(1)) }
                    }
                    return times
                }
            }
            return try await calls.reduce(into: [Double]()) { $0 += $1 }
        }
    }

    private func call(_ client: Client) async throws {
        let count = try await client.unary(
            request: ClientRequest(message: message), descriptor: method.descriptor, serializer: Bytes(),
            deserializer: Bytes(), options: .defaults
        ) { try $0.message.count }
        guard count == message.count else { fatalError("the answer is not the request") }
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
