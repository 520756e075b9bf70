/// What one channel may use of the process, and how long its end may take.
package struct ChannelLimits: Sendable {
    /// Bytes that wait for a peer that does not read. One more and the channel closes with `slowReader`, so this must
    /// exceed the largest single answer.
    package var maximumPendingBytes = 16 << 20
    /// Bytes waiting above which the peer is no longer read from; reading goes on below half of it.
    package var congestionBytes = 256 << 10
    /// The most a read brings at once, in bytes.
    package var regionBytes = 64 << 10
    /// Bytes after which a read is renewed. A paused channel holds at most this much.
    package var readAheadBytes = 1 << 20
    /// How long `closeAfterFlush` waits for the peer to take what is pending.
    package var flushTime: Duration = .seconds(10)
    /// How long a flushed channel waits for the peer to close its side before it closes the descriptor.
    package var lingerTime: Duration = .seconds(1)

    package init() {}
}
