import Testing

@testable import WiredeskTransport

@Suite struct AddressTests {
    @Test(arguments: [
        ("127.0.0.1:7411", Address.tcp(host: "127.0.0.1", port: 7411)),
        ("news.example.com:1", .tcp(host: "news.example.com", port: 1)),
        ("localhost:0", .tcp(host: "localhost", port: 0)),
        ("[::1]:7411", .tcp(host: "::1", port: 7411)),
        ("[fe80::1%eth0]:65535", .tcp(host: "fe80::1%eth0", port: 65535)),
        ("unix:/run/wiredesk.sock", .unix(path: "/run/wiredesk.sock")),
        ("unix:a:b", .unix(path: "a:b")),
    ])
    func parsesAndPrintsTheSameForm(text: String, address: Address) {
        #expect(Address(text) == address)
        #expect(address.description == text)
    }

    @Test(arguments: [
        "", ":", ":80", "host", "host:", "host:65536", "host:-1", "host:+1", "host:８０", "host:1x", "::1:80", "[::1]",
        "[::1]80", "[host]:80", "[]:80", "a b:80", "ho[st:80", "unix:", "unix:a\u{0}b",
    ])
    func refusesWhatIsNoAddress(text: String) {
        #expect(Address(text) == nil)
    }

    @Test func refusesAPathThatDoesNotFit() throws {
        let longest = String(repeating: "x", count: 107)
        #expect(try SocketAddress(unixPath: longest).address == .unix(path: longest))
        #expect(throws: TransportError.self) { try SocketAddress(unixPath: longest + "x") }
    }
}
