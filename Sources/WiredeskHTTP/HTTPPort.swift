import Glibc
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import WiredeskServer
import WiredeskTransport

/// The side port: probes, metrics, articles and a page to try it on, over HTTP/1.1 beside the server's own protocol.
///
/// On SwiftNIO, whose parser bounds a request's head. (FlyingFox, which compiles in a fifth of the time, reads a header
/// line without end, at a cost that is quadratic in its length, and takes a large body that a handler has not read for
/// the next requests.)
package final class HTTPPort: Sendable {
    private struct State {
        var listener: (any NIOCore.Channel)?
        var connections: [ObjectIdentifier: any NIOCore.Channel] = [:]
        var whenEmpty: (@Sendable () -> Void)?
    }

    private let limits: HTTPLimits
    private let service: HTTPService
    private let server: Server
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let state = Locked(State())

    package init(_ server: Server, limits: HTTPLimits) {
        self.server = server
        self.limits = limits
        service = HTTPService(server)
    }

    /// Begins to listen.
    ///
    /// - Returns: where, with the port that the system chose.
    /// - Throws: `exposed` for an address that other machines reach, when nobody there would have to show a token.
    package func start(on address: Address) async throws(TransportError) -> Address {
        guard case .tcp(let host, let port) = address else {
            throw .invalidAddress(address, "HTTP is served on HOST:PORT")
        }
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture { try open(channel) }
            }
        let listener: any NIOCore.Channel
        let bound: Address
        do {
            let resolved = try NIOCore.SocketAddress.makeAddressResolvingHost(host, port: Int(port))
            bound = .tcp(host: resolved.ipAddress ?? host, port: port)
            guard bound.isLocal || server.asksForTokens || server.configuration.allowsStrangers else {
                throw TransportError.exposed(bound)
            }
            listener = try await bootstrap.bind(to: resolved).get()
        } catch let error as TransportError {
            throw error
        } catch let error as IOError {
            throw error.errnoCode == EADDRINUSE
                ? .addressInUse(address) : .system(address, call: "bind", errno: error.errnoCode)
        } catch {
            throw .unresolved(address, "\(error)")
        }
        state.withLock { $0.listener = listener }
        let address = Address.tcp(
            host: listener.localAddress?.ipAddress ?? host, port: UInt16(listener.localAddress?.port ?? Int(port)))
        server.logger.info("listening", metadata: ["address": "\(address)", "protocol": "http"])
        if server.asksForTokens, !address.isLocal {
            server.logger.warning("tokens cross the network in plain sight over HTTP; put TLS in front of it")
        }
        return address
    }

    /// Accepts nothing more, lets what is in flight finish for so long, and closes every connection.
    package func stop(within limit: Duration) async {
        let (listener, connections) = state.withLock { ($0.listener, Array($0.connections.values)) }
        try? await listener?.close()
        for connection in connections { connection.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
        let abort = group.any().scheduleTask(in: TimeAmount(limit)) { [state] in
            for connection in state.withLock({ Array($0.connections.values) }) { connection.close(promise: nil) }
        }
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if state.connections.isEmpty { return true }
                state.whenEmpty = { continuation.resume() }
                return false
            }
            if isEmpty { continuation.resume() }
        }
        abort.cancel()
        try? await group.shutdownGracefully()
    }

    private func open(_ channel: any NIOCore.Channel) throws {
        let key = ObjectIdentifier(channel)
        let isOneTooMany = state.withLock { state in
            guard state.connections.count < limits.connections else { return true }
            state.connections[key] = channel
            return false
        }
        if isOneTooMany {
            try channel.pipeline.syncOperations.addHandler(SurplusConnection())
            return
        }
        channel.closeFuture.whenComplete { [state] _ in
            let whenEmpty = state.withLock { state in
                state.connections[key] = nil
                guard state.connections.isEmpty else { return (@Sendable () -> Void)?.none }
                defer { state.whenEmpty = nil }
                return state.whenEmpty
            }
            whenEmpty?()
        }
        var head = NIOHTTPDecoderLimitConfiguration()
        head.maxHeaderFieldSize = limits.headerField
        head.maxHeaderListSize = limits.headerList
        head.maxHeaderFieldCount = limits.headerCount
        try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withEncoderConfiguration: HTTPResponseEncoder.Configuration(), withDecoderLimitConfiguration: head)
        try channel.pipeline.syncOperations.addHandler(HTTPConnection(service, limits: limits))
    }
}
