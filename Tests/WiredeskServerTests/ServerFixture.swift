import Foundation
import Logging
import WiredeskProtocol
import WiredeskTransport

@testable import WiredeskServer

/// A server on a Unix socket of its own, for one test.
struct ServerFixture {
    let server: Server
    let path: String

    init(gate: ChannelGate = .shared, _ change: (inout ServerConfiguration) -> Void = { _ in }) throws {
        path = NSTemporaryDirectory() + "wiredesk-\(UUID().uuidString.prefix(8)).sock"
        var configuration = ServerConfiguration(workers: 2)
        configuration.addresses = [.unix(path: path)]
        // A busy machine is no reason to fail.
        configuration.session.handshakeTimeout = 30_000
        change(&configuration)
        server = Server(
            configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, gate: gate)
        _ = try server.start()
    }

    func peer() throws -> RawPeer { try RawPeer(path: path) }
}
