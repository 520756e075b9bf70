import Glibc

extension Channel {
    /// Sends from this size on are not worth the copy that gathering costs.
    private static let gatheredBytes = 16 << 10
    /// Gathered sends leave when there are this many bytes.
    private static let gatheringBytes = 64 << 10

    /// Sends the bytes, or keeps what the socket does not take and sends it later. Past `maximumPendingBytes` the
    /// channel closes with `slowReader`. Does nothing on a channel that is closing.
    package func send(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { send($0) }
    }

    /// The same for bytes that are only borrowed.
    package func send(_ bytes: UnsafeRawBufferPointer) {
        assertOnQueue()
        guard phase == .open, !bytes.isEmpty else { return }
        if layer != nil {
            plain.append(contentsOf: bytes)
            guard pendingBytes <= limits.maximumPendingBytes else {
                close(with: .slowReader(limit: limits.maximumPendingBytes))
                return
            }
            if isSecured, corks == 0 || plain.count >= Self.gatheringBytes { flush() }
            return
        }
        if corks > 0 {
            if bytes.count < Self.gatheredBytes {
                output.append(bytes)
                if output.count >= Self.gatheringBytes { flush() }
                return
            }
            flush()
            guard phase == .open else { return }
        }
        let taken = output.isEmpty ? transmit(bytes) : 0
        guard phase == .open, taken < bytes.count else { return }
        output.append(UnsafeRawBufferPointer(rebasing: bytes[taken...]))
        awaitReader()
    }

    /// Makes one system call of all the sends in the body. Every call of a handler is such a body already; a worker
    /// that hands several answers to the channel's queue uses it too.
    package func gatherSends(_ body: () -> Void) {
        assertOnQueue()
        corks += 1
        body()
        corks -= 1
        if corks == 0 { flush() }
    }

    /// Sends from the buffer unless the socket is known to be full.
    func flush() {
        sealPlain()
        guard phase == .open || phase == .flushing, !output.isEmpty else { return }
        if !readiness.isArmed {
            let taken = output.withUnsafeBytes { transmit($0) }
            guard phase < .closed else { return }
            output.removeFirst(taken)
        }
        if output.isEmpty {
            finishFlushing()
        } else {
            awaitReader()
        }
    }

    /// Waits for the socket to take more, within the limit, and stops reading from a peer that does not read.
    private func awaitReader() {
        guard output.count <= limits.maximumPendingBytes else {
            close(with: .slowReader(limit: limits.maximumPendingBytes))
            return
        }
        readiness.arm { [weak self] in self?.socketBecameWritable() }
        if output.count > limits.congestionBytes, !isCongested {
            isCongested = true
            updateReading()
        }
    }

    private func socketBecameWritable() {
        guard phase == .open || phase == .flushing else { return }
        let taken = output.withUnsafeBytes { transmit($0) }
        guard phase < .closed else { return }
        output.removeFirst(taken)
        if output.isEmpty { readiness.disarm() }
        if isCongested, output.count <= limits.congestionBytes / 2 {
            isCongested = false
            updateReading()
        }
        if taken > 0 { gatherSends { handler?.channelDidSend(self) } }
        finishFlushing()
    }

    /// The one way out: gives the socket what it takes, and says how much that was. A failure closes the channel.
    private func transmit(_ bytes: UnsafeRawBufferPointer) -> Int {
        while true {
            // Without MSG_NOSIGNAL a peer that has gone would end the process.
            let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
            if count >= 0 {
                bytesSent += UInt64(count)
                return count
            }
            let code = errno
            if code == EINTR { continue }
            if code != EAGAIN && code != EWOULDBLOCK { close(with: .init(errno: code)) }
            return 0
        }
    }
}
