import WiredeskModel

/// What a server grants one connection. Times are in milliseconds.
package struct SessionLimits: Sendable, Hashable {
    /// Default: 4 MiB after the header.
    package var maximumFrame = FrameLimits.frame
    /// Default: 8 MiB of HTML and the options.
    package var maximumRaw = (8 << 20) + FrameLimits.options
    /// Told to clients; the engine enforces it. Default: 8 MiB.
    package var maximumHTML = 8 << 20
    /// Told to clients; the engine enforces it. Default: 1 MiB.
    package var maximumText = 1 << 20
    /// Default: 64 requests and 16 MiB in flight.
    package var credit = Credit(requests: 64, bytes: 16 << 20)
    /// Until the client's HELLO is whole. Default: 2 s.
    package var handshakeTimeout = 2000
    /// From a frame's first byte to its last. Default: 10 s.
    package var partialFrameTimeout = 10_000
    /// With nothing in flight and nothing received. Default: 5 min.
    package var idleTimeout = 300_000
    /// From GOAWAY until what is still in flight is given up. Default: 10 s.
    package var drainTimeout = 10_000

    package init() {}

    /// Sets the article limits and, to match, that of inflated requests.
    package mutating func setArticleLimits(html: Int, text: Int) {
        maximumHTML = html
        maximumText = text
        maximumRaw = max(html, text) + FrameLimits.options
    }
}
