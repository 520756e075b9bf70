/// The way of the bytes through a secure layer, where a channel has one.
extension Channel {
    /// What is opened at once: as much as a TLS record can hold.
    private static let openedBytes = 16 << 10

    /// Makes a channel of a secure layer out of a new one.
    ///
    /// - Parameter answerToPlaintext: what a peer is told, in plain bytes, whose first byte is not the layer's.
    package func secure(
        with layer: any SecureLayer, answerToPlaintext: @escaping @Sendable (UInt8) -> [UInt8] = { _ in [] }
    ) {
        assert(phase == .new, "a channel is secured before it starts")
        self.layer = layer
        self.answerToPlaintext = answerToPlaintext
        isSecured = false
    }

    /// What both ends of the connection know and nobody else does; nil without a layer.
    package var exportedKey: [UInt8]? { layer?.exportedKey }

    /// The subject of the peer's certificate, if it showed one.
    package var peerSubject: String? { layer?.peerSubject }

    /// Begins the handshake; a client speaks first.
    func beginHandshake() {
        receiveSealed(UnsafeRawBufferPointer(start: nil, count: 0))
    }

    /// Bytes came from the socket for the layer.
    func receiveSealed(_ bytes: UnsafeRawBufferPointer) {
        guard let layer else { return }
        if let first = bytes.first {
            if awaitsFirstSealed, !layer.accepts(firstByte: first) {
                fail(.notTLS, answerToPlaintext(first))
                return
            }
            awaitsFirstSealed = false
            layer.take(bytes)
        }
        gatherSends {
            do throws(TLSError) {
                if !isSecured, try !finishHandshake(layer) { return }
                try openTaken(layer)
            } catch {
                fail(error)
            }
        }
    }

    private func finishHandshake(_ layer: any SecureLayer) throws(TLSError) -> Bool {
        guard try layer.shakeHands() else {
            moveSealed()
            return false
        }
        isSecured = true
        handler?.channelDidSecure(self)
        sealPlain()
        if closesWhenSecured { closeAfterFlush() }
        return phase == .open
    }

    private func openTaken(_ layer: any SecureLayer) throws(TLSError) {
        var buffer = [UInt8](repeating: 0, count: Self.openedBytes)
        while phase == .open {
            // A typed error cannot pass through withUnsafeMutableBytes.
            let opened = buffer.withUnsafeMutableBytes { buffer in
                Result { () throws(TLSError) in try layer.open(into: buffer) }
            }
            switch try opened.get() {
            case .bytes(let count):
                buffer.withUnsafeBytes {
                    handler?.channel(self, didRead: UnsafeRawBufferPointer(rebasing: $0[..<count]))
                }
            case .nothing:
                moveSealed()
                return
            case .end:
                guard !peerHasEnded else { return }
                peerHasEnded = true
                handler?.channelDidEnd(self)
                return
            }
        }
    }

    /// The socket's bytes are at their end. Without the layer's own end before, someone may have cut them off.
    func endSealed() {
        guard !peerHasEnded else { return }
        close(with: .insecure(isSecured ? .truncated : .failed("the peer closed the connection during the handshake")))
    }

    /// Seals what was gathered, for the socket.
    func sealPlain() {
        guard let layer, isSecured, !plain.isEmpty else { return }
        let bytes = plain
        plain = []
        do throws(TLSError) {
            let sealed = bytes.withUnsafeBytes { bytes in
                Result { () throws(TLSError) in try layer.seal(bytes) }
            }
            try sealed.get()
            moveSealed()
        } catch {
            fail(error)
        }
    }

    /// Says to the peer, through the layer, that nothing more comes.
    func sealEnd() {
        guard let layer, isSecured else { return }
        sealPlain()
        layer.finish()
        moveSealed()
    }

    /// What the layer has for the socket goes to the buffer, and from there when the sends are flushed.
    private func moveSealed() {
        layer?.drain { output.append($0) }
    }

    /// Ends the connection, but lets the peer have the alert, or the answer, that tells it why.
    private func fail(_ error: TLSError, _ answer: [UInt8] = []) {
        guard phase == .open else { return }
        failure = .insecure(error)
        if answer.isEmpty { moveSealed() } else { answer.withUnsafeBytes { output.append($0) } }
        // Nothing that is sealed can follow.
        layer = nil
        isSecured = true
        plain = []
        closeAfterFlush()
    }
}
