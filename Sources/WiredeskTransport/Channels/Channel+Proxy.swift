/// The header that a proxy sends before everything else, where a channel expects one.
extension Channel {
    /// Makes a new channel expect a PROXY header, before its secure layer's handshake if it has one. A connection that
    /// does not begin with it is closed without a word.
    package func expectProxyHeader() {
        assert(phase == .new, "a channel expects a header before it starts")
        proxyHeader = ProxyHeaderReader()
    }

    /// Takes what belongs to the header off the bytes.
    ///
    /// - Returns: whether the rest is for who comes next.
    func readProxyHeader(_ bytes: inout UnsafeRawBufferPointer) -> Bool {
        guard proxyHeader != nil else { return true }
        do throws(ProxyHeaderError) {
            guard let header = try proxyHeader?.take(&bytes) else { return false }
            proxyHeader = nil
            handler?.channel(self, didReadProxyHeader: header)
            return !bytes.isEmpty
        } catch {
            close(with: .unintroduced(error))
            return false
        }
    }
}
