/// Reads a PROXY header of version 2 off the front of a stream, split as its bytes may be.
///
/// ```
/// offset  size  field
///      0    12  0D 0A 0D 0A 00 0D 0A 51 55 49 54 0A
///     12     1  version 2 in the upper four bits; 0 LOCAL or 1 PROXY in the lower
///     13     1  address family and transport: 00 unknown, 11 TCP over IPv4, 21 TCP over IPv6, 31 Unix stream
///     14     2  length of the rest, big-endian
///     16        source, destination and their ports; then what we have no use for
/// ```
package struct ProxyHeaderReader: Sendable {
    /// Bytes of a whole header at most. Addresses take up to 216; names of certificates and the like follow them.
    package static let maximumLength = 4096

    private static let signature: [UInt8] = [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]
    private static let fixedLength = 16

    private var bytes: [UInt8] = []

    package init() {}

    private enum Family: UInt8 {
        case unknown = 0x00
        case ipv4 = 0x11
        case ipv6 = 0x21
        case unix = 0x31

        /// Bytes of source, destination and ports.
        var addressLength: Int {
            switch self {
            case .unknown: 0
            case .ipv4: 12
            case .ipv6: 36
            case .unix: 216
            }
        }
    }

    /// Takes the header's bytes off the input, and none behind them.
    ///
    /// - Returns: the header once it is whole.
    package mutating func take(_ input: inout UnsafeRawBufferPointer) throws(ProxyHeaderError) -> ProxyHeader? {
        fill(to: Self.fixedLength, from: &input)
        guard zip(bytes, Self.signature).allSatisfy({ $0 == $1 }) else { throw .missing }
        guard bytes.count >= Self.fixedLength else { return nil }
        let family = try checkedFamily()
        let rest = Int(bytes[14]) << 8 | Int(bytes[15])
        guard Self.fixedLength + rest <= Self.maximumLength else { throw .tooLong(Self.fixedLength + rest) }
        guard rest >= family?.addressLength ?? 0 else { throw .malformed("addresses cut short") }
        fill(to: Self.fixedLength + rest, from: &input)
        guard bytes.count == Self.fixedLength + rest else { return nil }
        guard let family else { return .local }
        return .passedOn(client: client(family))
    }

    /// The family of the addresses; nil for LOCAL, whose addresses mean nothing whatever they are.
    private func checkedFamily() throws(ProxyHeaderError) -> Family? {
        guard bytes[12] >> 4 == 2 else { throw .malformed("version \(bytes[12] >> 4)") }
        switch bytes[12] & 0xF {
        case 0: return nil
        case 1:
            guard let family = Family(rawValue: bytes[13]) else { throw .malformed("family \(bytes[13])") }
            return family
        default: throw .malformed("command \(bytes[12] & 0xF)")
        }
    }

    private func client(_ family: Family) -> Address? {
        let hostLength: Int
        switch family {
        case .ipv4: hostLength = 4
        case .ipv6: hostLength = 16
        // A path on the proxy's machine says nothing here.
        case .unknown, .unix: return nil
        }
        let start = Self.fixedLength
        let port = start + 2 * hostLength
        guard let host = SocketAddress.numericHost(bytes[start..<(start + hostLength)]) else { return nil }
        return .tcp(host: host, port: UInt16(bytes[port]) << 8 | UInt16(bytes[port + 1]))
    }

    /// Moves bytes of the input until there are so many.
    private mutating func fill(to count: Int, from input: inout UnsafeRawBufferPointer) {
        let taken = min(max(count - bytes.count, 0), input.count)
        bytes.append(contentsOf: input[..<taken])
        input = UnsafeRawBufferPointer(rebasing: input[taken...])
    }
}
