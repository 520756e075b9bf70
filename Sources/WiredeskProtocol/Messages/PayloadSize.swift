/// Bytes of a payload.
package struct PayloadSize: Sendable, Hashable {
    /// As it is.
    package var raw: Int
    /// As it crosses the wire, compressed or not.
    package var wire: Int

    package init(raw: Int, wire: Int) {
        self.raw = raw
        self.wire = wire
    }
}
