import Testing

@testable import WiredeskTransport

@Suite struct ProxyHeaderReaderTests {
    private static let signature: [UInt8] = [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]

    private static func header(_ command: UInt8, _ family: UInt8, _ rest: [UInt8], length: Int? = nil) -> [UInt8] {
        let length = length ?? rest.count
        return signature + [command, family, UInt8(length >> 8), UInt8(length & 0xFF)] + rest
    }

    private static let ipv4: [UInt8] = [192, 0, 2, 7, 10, 0, 0, 1, 0xC3, 0x50, 0x1C, 0xF3]
    private static let ipv6: [UInt8] =
        [0x20, 0x01, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [7] + Array(repeating: 0, count: 15) + [1]
        + [0xC3, 0x50, 0x1C, 0xF3]

    /// What the reader makes of the bytes in these pieces, and what it leaves of them.
    private static func read(_ pieces: [[UInt8]]) -> Result<(header: ProxyHeader?, rest: [UInt8]), ProxyHeaderError> {
        var reader = ProxyHeaderReader()
        var found: ProxyHeader?
        var rest: [UInt8] = []
        for piece in pieces {
            if found != nil {
                rest += piece
                continue
            }
            var failure: ProxyHeaderError?
            piece.withUnsafeBytes { bytes in
                var bytes = bytes
                do throws(ProxyHeaderError) { found = try reader.take(&bytes) } catch { failure = error }
                rest += bytes
            }
            if let failure { return .failure(failure) }
        }
        return .success((found, rest))
    }

    struct Good: Sendable {
        var bytes: [UInt8]
        var header: ProxyHeader
    }

    static let good = [
        Good(bytes: header(0x21, 0x11, ipv4), header: .passedOn(client: .tcp(host: "192.0.2.7", port: 50_000))),
        Good(bytes: header(0x21, 0x21, ipv6), header: .passedOn(client: .tcp(host: "2001:db8::7", port: 50_000))),
        // What follows the addresses, such as the name that a TLS client asked for, is passed over.
        Good(
            bytes: header(0x21, 0x11, ipv4 + [0x02, 0x00, 0x03, 0x61, 0x2E, 0x62]),
            header: .passedOn(client: .tcp(host: "192.0.2.7", port: 50_000))),
        Good(
            bytes: header(0x21, 0x11, ipv4 + Array(repeating: 4, count: ProxyHeaderReader.maximumLength - 28)),
            header: .passedOn(client: .tcp(host: "192.0.2.7", port: 50_000))),
        Good(bytes: header(0x21, 0x00, []), header: .passedOn(client: nil)),
        Good(bytes: header(0x21, 0x00, [1, 2, 3]), header: .passedOn(client: nil)),
        Good(bytes: header(0x21, 0x31, Array(repeating: 0x2F, count: 216)), header: .passedOn(client: nil)),
        Good(bytes: header(0x20, 0x00, []), header: .local),
        // LOCAL's addresses mean nothing, whatever they are.
        Good(bytes: header(0x20, 0x11, ipv4), header: .local),
        Good(bytes: header(0x20, 0xEE, [1]), header: .local),
    ]

    @Test(arguments: good) func everySplitMeansTheSame(_ good: Good) throws {
        let behind: [UInt8] = [0x89, 0x57, 0x0D, 0x0A]
        let bytes = good.bytes + behind
        for split in 0...bytes.count {
            let found = try Self.read([Array(bytes[..<split]), Array(bytes[split...])]).get()
            #expect(found.header == good.header, "split at \(split)")
            #expect(found.rest == behind, "split at \(split)")
        }
        let dripped = try Self.read(bytes.map { [$0] }).get()
        #expect(dripped.header == good.header && dripped.rest == behind)
        for count in 0..<good.bytes.count {
            let cut = try Self.read([Array(good.bytes[..<count])]).get()
            #expect(cut.header == nil && cut.rest.isEmpty, "\(count) bytes are no header")
        }
    }

    static let bad: [(bytes: [UInt8], error: ProxyHeaderError)] = [
        (Array("PROXY TCP4 192.0.2.7 10.0.0.1 50000 7411\r\n".utf8), .missing),
        ([0x89, 0x57, 0x44, 0x4B, 0x0D, 0x0A, 0x1A, 0x0A], .missing),
        ([0x16, 0x03, 0x01], .missing),
        (Array("PING\n".utf8), .missing),
        (Array(signature.dropLast()) + [0x0D], .missing),
        (header(0x11, 0x11, ipv4), .malformed("version 1")),
        (header(0x31, 0x11, ipv4), .malformed("version 3")),
        (header(0x22, 0x11, ipv4), .malformed("command 2")),
        (header(0x21, 0x12, ipv4), .malformed("family 18")),
        (header(0x21, 0x01, ipv4), .malformed("family 1")),
        (header(0x21, 0x41, ipv4), .malformed("family 65")),
        (header(0x21, 0x11, Array(ipv4.dropLast())), .malformed("addresses cut short")),
        (header(0x21, 0x21, ipv4), .malformed("addresses cut short")),
        (header(0x21, 0x31, ipv6), .malformed("addresses cut short")),
        (header(0x21, 0x11, ipv4, length: 4081), .tooLong(4097)),
        (header(0x20, 0x00, [], length: 0xFFFF), .tooLong(65_551)),
    ]

    @Test(arguments: bad) func whatIsNoHeaderIsRefusedAtOnce(_ bytes: [UInt8], _ error: ProxyHeaderError) {
        for split in 0..<bytes.count {
            let found = Self.read([Array(bytes[..<split]), Array(bytes[split...])])
            guard case .failure(error) = found else {
                Issue.record("split at \(split): \(found)")
                return
            }
        }
        // The log names it without a byte of what was sent.
        #expect("\(error)".allSatisfy { $0.isASCII && !$0.isNewline })
    }
}
