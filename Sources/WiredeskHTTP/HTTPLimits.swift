import NIOCore
import WiredeskEngine
import WiredeskServer

/// What one client of the HTTP port may take.
package struct HTTPLimits: Sendable {
    package var connections = 256
    /// Bytes of one header's name and value.
    package var headerField = 8 << 10
    /// Bytes of all headers of a request.
    package var headerList = 32 << 10
    package var headerCount = 64
    /// Bytes of a body. An article in JSON or base 64 is longer than it is.
    package var body: Int
    /// For a new connection's first head to arrive.
    package var headTime = TimeAmount.seconds(10)
    /// For a body to arrive.
    package var bodyTime = TimeAmount.seconds(30)
    /// For the client to take an answer.
    package var answerTime = TimeAmount.seconds(30)
    /// Silence between two requests, with the time of the next one's head.
    package var idleTime = TimeAmount.seconds(60)
    /// For a client that is refused to notice.
    package var lingerTime = TimeAmount.seconds(2)

    package init(_ configuration: ServerConfiguration) {
        body = 2 * max(configuration.engine.maximumHTMLBytes, configuration.engine.maximumTextBytes) + 64 << 10
    }
}
