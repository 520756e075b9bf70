import ArgumentParser
import WiredeskEngine
import WiredeskProtocol
import WiredeskServer

/// The server's limits (protocol.md, "Limits").
struct ServerLimitArguments: ParsableArguments {
    @Option(help: ArgumentHelp("Largest HTML page. (default: 8MiB)", valueName: "bytes"))
    var maxHTML: ByteCount?

    @Option(help: ArgumentHelp("Largest plain text. (default: 1MiB)", valueName: "bytes"))
    var maxText: ByteCount?

    @Option(help: ArgumentHelp("Largest frame. (default: 4MiB)", valueName: "bytes"))
    var maxFrame: ByteCount?

    @Option(help: ArgumentHelp("Requests in flight on one connection. (default: 64)", valueName: "n"))
    var connectionRequests: Int?

    @Option(help: ArgumentHelp("Bytes of requests in flight on one connection. (default: 16MiB)", valueName: "bytes"))
    var connectionBytes: ByteCount?

    @Option(help: ArgumentHelp("Connections. (default: 10000)", valueName: "n"))
    var maxConnections: Int?

    @Option(help: ArgumentHelp("Requests that may wait for a worker. (default: 1024)", valueName: "n"))
    var queue: Int?

    @Option(help: ArgumentHelp("Bytes of articles held at once. (default: 512MiB)", valueName: "bytes"))
    var memory: ByteCount?

    @Option(help: ArgumentHelp("Longest that one article may take. (default: 5s)", valueName: "duration"))
    var computeDeadline: TimeLimit?

    @Option(help: ArgumentHelp("Longest wait for a client's HELLO. (default: 2s)", valueName: "duration"))
    var handshakeTimeout: TimeLimit?

    @Option(help: ArgumentHelp("Longest that a frame may take to arrive. (default: 10s)", valueName: "duration"))
    var frameTimeout: TimeLimit?

    @Option(help: ArgumentHelp("Longest silence with nothing in flight. (default: 5m)", valueName: "duration"))
    var idleTimeout: TimeLimit?

    @Option(
        help: ArgumentHelp("Longest wait for what is in flight when stopping. (default: 10s)", valueName: "duration"))
    var drainTimeout: TimeLimit?

    func validate() throws {
        for (name, value) in [
            ("connection-requests", connectionRequests), ("max-connections", maxConnections), ("queue", queue),
        ] {
            if let value, !(1...1_000_000).contains(value) { throw ValidationError("--\(name) is 1 to 1000000.") }
        }
        // Lengths on the wire have 32 bits.
        for (name, value) in [
            ("max-html", maxHTML), ("max-text", maxText), ("max-frame", maxFrame),
            ("connection-bytes", connectionBytes),
        ] {
            if let value, value.bytes > 1 << 30 { throw ValidationError("--\(name) is 1GiB at most.") }
        }
    }

    func apply(to configuration: inout ServerConfiguration) {
        let page = maxHTML?.bytes ?? configuration.session.maximumHTML
        let text = maxText?.bytes ?? configuration.session.maximumText
        configuration.engine.maximumHTMLBytes = page
        configuration.engine.maximumTextBytes = text
        configuration.session.setArticleLimits(html: page, text: text)
        if let maxFrame { configuration.session.maximumFrame = maxFrame.bytes }
        if let connectionRequests { configuration.session.credit.requests = connectionRequests }
        if let connectionBytes { configuration.session.credit.bytes = connectionBytes.bytes }
        if let maxConnections { configuration.maximumConnections = maxConnections }
        if let queue { configuration.queueDepth = queue }
        if let memory { configuration.memoryBudget = memory.bytes }
        if let computeDeadline { configuration.engine.computeDeadline = computeDeadline.duration }
        if let handshakeTimeout { configuration.session.handshakeTimeout = handshakeTimeout.milliseconds }
        if let frameTimeout { configuration.session.partialFrameTimeout = frameTimeout.milliseconds }
        if let idleTimeout { configuration.session.idleTimeout = idleTimeout.milliseconds }
        if let drainTimeout { configuration.session.drainTimeout = drainTimeout.milliseconds }
    }
}
