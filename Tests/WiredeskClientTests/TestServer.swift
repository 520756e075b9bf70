import Logging
import Testing
import WiredeskClient
import WiredeskEngine
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

let testArticle = """
    Mara Quill opened the harbour bridge on Monday. It took nine years to build and cost twice what was planned. \
    “At last,” she said.
    """

/// Runs the body with a server on the loopback interface.
func withServer<T>(
    _ change: (inout ServerConfiguration) -> Void = { _ in }, _ body: (ServerAddress, Server) async throws -> T
) async throws -> T {
    var configuration = ServerConfiguration(workers: 2)
    configuration.addresses = [.tcp(host: "127.0.0.1", port: 0)]
    // A busy machine is no reason to fail.
    configuration.session.handshakeTimeout = 30_000
    configuration.engine.computeDeadline = .seconds(60)
    change(&configuration)
    let server = Server(configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let address = try #require(ServerAddress("wiredesk://\(try server.start()[0])"))
    let result = try await body(address, server)
    await server.drain()
    return result
}
