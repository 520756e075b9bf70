import WiredeskModel

/// Cuts the bytes of a line-mode connection into commands.
struct LineDecoder: Sendable {
    enum Event: Equatable {
        case command(LineCommand)
        case unknown
        /// Not a line that a person or a load balancer types: the connection is not worth keeping.
        case refused
    }

    private var pending: [UInt8] = []

    mutating func next(_ bytes: inout UnsafeRawBufferPointer) -> Event? {
        while let byte = bytes.first {
            bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
            if byte == 0x0A {
                if pending.last == 0x0D { pending.removeLast() }
                defer { pending = [] }
                return event()
            }
            guard pending.count < FrameLimits.line, (0x20..<0x7F).contains(byte) || byte == 0x09 || byte == 0x0D else {
                return .refused
            }
            pending.append(byte)
        }
        return nil
    }

    private func event() -> Event {
        let line = String(decoding: pending, as: UTF8.self).uppercased()
        let word = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map { String($0) } ?? ""
        return LineCommand(rawValue: word).map { .command($0) } ?? .unknown
    }
}
