/// The proxies whose word on where a connection comes from is taken.
package struct TrustedProxies: Sendable, Hashable {
    /// Addresses that begin with the same bits. IPv4 addresses in their IPv6 form, so that both are compared as one.
    private struct Range: Hashable {
        var start: [UInt8]
        var bits: Int

        init?(_ text: Substring) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let start = SocketAddress.bytes(numericHost: String(parts[0])) else { return nil }
            let isIPv6 = parts[0].contains(":")
            let all = isIPv6 ? 128 : 32
            var bits = all
            if parts.count == 2 {
                // "+8" is a number to Int, too.
                guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(parts[1]),
                    number <= all
                else { return nil }
                bits = number
            }
            self.start = start
            self.bits = bits + (isIPv6 ? 0 : 96)
        }

        func contains(_ address: [UInt8]) -> Bool {
            let whole = bits / 8
            guard start[..<whole] == address[..<whole] else { return false }
            return bits % 8 == 0 || (start[whole] ^ address[whole]) >> (8 - bits % 8) == 0
        }
    }

    private var ranges: [Range] = []

    /// None.
    package init() {}

    /// Numeric addresses, and ranges as `10.0.0.0/8`, with commas between. Gives nil for anything else: a name could mean
    /// somebody else tomorrow.
    package init?(_ text: String) {
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let range = Range(part) else { return nil }
            ranges.append(range)
        }
    }

    /// Whether it is the address of one of them.
    package func contains(_ address: Address) -> Bool {
        guard !ranges.isEmpty, case .tcp(let host, _) = address, let bytes = SocketAddress.bytes(numericHost: host)
        else { return false }
        return ranges.contains { $0.contains(bytes) }
    }
}
