import Testing

@testable import WiredeskTransport

@Suite struct TrustedProxiesTests {
    private static func contains(_ proxies: String, _ host: String) throws -> Bool {
        try #require(TrustedProxies(proxies)).contains(.tcp(host: host, port: 1))
    }

    @Test(arguments: [
        ("10.0.0.7", "10.0.0.7", true), ("10.0.0.7", "10.0.0.8", false), ("10.0.0.7", "::ffff:10.0.0.7", true),
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("10.1.2.3/30", "10.1.2.0", true), ("10.1.2.3/30", "10.1.2.4", false),
        ("172.16.0.0/12", "172.31.255.255", true), ("172.16.0.0/12", "172.32.0.0", false),
        ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false), ("2001:db8::5", "2001:db8::5", true),
        ("2001:db8::5/127", "2001:db8::4", true), ("2001:db8::5/127", "2001:db8::6", false),
        ("127.0.0.1,fd00::/8,10.0.0.0/8", "10.1.1.1", true), ("127.0.0.1,fd00::/8", "192.0.2.1", false),
        ("10.0.0.7", "localhost", false),
    ])
    func addressesAreComparedByTheirBits(_ proxies: String, _ host: String, _ isOne: Bool) throws {
        #expect(try Self.contains(proxies, host) == isOne)
    }

    @Test(arguments: [
        "", ",", "10.0.0.7,", "localhost", "10.0.0", "10.0.0.7/33", "10.0.0.7/-1", "10.0.0.7/", "10.0.0.7/+8",
        "fd00::/129", "10.0.0.7/8/8", "10.0.0.7 ,10.0.0.8", "*", "10.0.0.7:80", "unix:/run/proxy",
    ])
    func anythingElseIsRefused(_ text: String) {
        #expect(TrustedProxies(text) == nil)
    }

    @Test func nobodyIsTrustedUnasked() {
        #expect(!TrustedProxies().contains(.tcp(host: "127.0.0.1", port: 1)))
        #expect(TrustedProxies("0.0.0.0/0")?.contains(.unix(path: "")) == false)
    }
}
