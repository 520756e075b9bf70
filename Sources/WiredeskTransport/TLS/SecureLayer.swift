/// What stands between a channel's socket and its handler and makes the one side's bytes of the other's. Confined to
/// the channel's queue.
package protocol SecureLayer: AnyObject {
    /// Whether a stream of the peer's may begin with this byte.
    func accepts(firstByte: UInt8) -> Bool

    /// Keeps bytes that came from the socket.
    func take(_ sealed: UnsafeRawBufferPointer)

    /// Goes on with the handshake as far as what was taken allows; true when it is done.
    func shakeHands() throws(TLSError) -> Bool

    /// Opens what was taken into the buffer.
    func open(into buffer: UnsafeMutableRawBufferPointer) throws(TLSError) -> OpenedBytes

    /// Seals bytes for the socket. Only after the handshake.
    func seal(_ bytes: UnsafeRawBufferPointer) throws(TLSError)

    /// Tells the peer that nothing more follows.
    func finish()

    /// Hands over what is to go to the socket, in place, and forgets it.
    func drain(_ body: (UnsafeRawBufferPointer) -> Void)

    /// 32 bytes that only the two ends of this connection know (RFC 9266); nil before the handshake is done.
    var exportedKey: [UInt8]? { get }

    /// The subject of the peer's certificate, if it showed one.
    var peerSubject: String? { get }
}

/// What `SecureLayer.open` brought.
package enum OpenedBytes: Equatable {
    case bytes(Int)
    /// More has to come from the socket first.
    case nothing
    /// The peer has said that nothing more follows.
    case end
}
