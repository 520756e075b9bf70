import NIOCore
import NIOPosix
import PeerWork

/// A framed server on SwiftNIO, at its best: one handler on raw buffers, one event loop for each processor.
@main
enum Main {
    static func main() throws {
        let mode = ServerMode.fromArguments(CommandLine.arguments)
        let workers = Workers()
        if mode == .busy { workers.keepBusy() }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: System.coreCount)
        let server = try ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 4096)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        FrameHandler(pool: mode == .inflate ? workers.pool : nil))
                }
            }
            .bind(host: "127.0.0.1", port: 0).wait()
        StandardError.print("listening on 127.0.0.1:\(server.localAddress?.port ?? 0)")
        try server.closeFuture.wait()
    }
}
