/// One direction of a connection: bytes arrive in order, in pieces and at times that the seed decides.
struct SimulatedNetwork {
    private var bytes: [UInt8] = []
    private var isEnded = false
    private(set) var isEndDelivered = false

    /// Whether something is still on its way.
    var isBusy: Bool { !bytes.isEmpty || (isEnded && !isEndDelivered) }

    mutating func send(_ more: [UInt8]) {
        if !isEnded { bytes += more }
    }

    /// The sender will send nothing more.
    mutating func end() { isEnded = true }

    /// Nothing that is on its way arrives any more.
    mutating func cut() {
        bytes = []
        isEnded = true
        isEndDelivered = true
    }

    /// The next piece, of one byte up to everything; nil is the end of the stream.
    mutating func deliver(using generator: inout SplitMix) -> [UInt8]? {
        guard !bytes.isEmpty else {
            isEndDelivered = true
            return nil
        }
        let limit = generator.next() % 3 == 0 ? 20 : bytes.count
        let count = min(bytes.count, 1 + Int(generator.next() % UInt64(limit)))
        let piece = Array(bytes[..<count])
        bytes.removeFirst(count)
        return piece
    }

    /// Changes one byte that is on its way.
    mutating func corrupt(using generator: inout SplitMix) {
        guard !bytes.isEmpty else { return }
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
    }
}
