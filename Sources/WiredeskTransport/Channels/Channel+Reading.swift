extension Channel {
    /// Stops the flow of bytes to the handler. The peer's bytes then fill the socket's buffers, and the peer has to
    /// wait.
    package func pauseReading() {
        assertOnQueue()
        isPausedByHandler = true
        updateReading()
    }

    package func resumeReading() {
        assertOnQueue()
        isPausedByHandler = false
        updateReading()
    }

    /// A flushing channel reads on, to throw it away: the peer may be waiting for that before it reads.
    func updateReading() {
        if phase == .open && (isPausedByHandler || isCongested) {
            inbound.pause()
        } else {
            inbound.resume()
        }
    }

    /// The one way in.
    func deliver(_ event: InboundStream.Event) {
        switch event {
        case .opened:
            if phase == .open { handler?.channelDidOpen(self) }
        case .bytes(let bytes):
            bytesReceived += UInt64(bytes.count)
            guard phase == .open, let handler else { return }
            var bytes = bytes
            guard readProxyHeader(&bytes) else { return }
            if layer != nil {
                receiveSealed(bytes)
                return
            }
            gatherSends { handler.channel(self, didRead: bytes) }
        case .end:
            if layer != nil, proxyHeader == nil, phase == .open {
                endSealed()
                return
            }
            peerHasEnded = true
            if phase == .open {
                gatherSends { handler?.channelDidEnd(self) }
            } else if phase == .lingering {
                close(with: failure)
            }
        case .failure(let code):
            // Once everything is sent, a reset is only an impolite end.
            close(with: phase == .lingering ? failure : .init(errno: code))
        }
    }
}
