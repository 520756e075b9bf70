import Glibc

/// An address as the kernel takes it: bytes of some `sockaddr` and their count.
struct SocketAddress: Sendable {
    private var storage = sockaddr_storage()
    private(set) var length = socklen_t(0)

    var family: Int32 { Int32(storage.ss_family) }

    /// Throws `invalidAddress` when the path does not fit into `sun_path` with its closing zero (108 bytes on Linux).
    init(unixPath path: String) throws(TransportError) {
        let bytes = Array(path.utf8)
        let capacity = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
        guard !bytes.isEmpty, bytes.count < capacity, !bytes.contains(0) else {
            throw .invalidAddress(.unix(path: path), "a socket's path has 1 to \(capacity - 1) bytes")
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        withUnsafeBytes(of: address) { source in
            withUnsafeMutableBytes(of: &storage) { $0.copyMemory(from: source) }
        }
        length = socklen_t(MemoryLayout<sockaddr_un>.size)
    }

    /// Copies one answer of the resolver.
    private init?(_ info: addrinfo) {
        guard let address = info.ai_addr, Int(info.ai_addrlen) <= MemoryLayout<sockaddr_storage>.size else {
            return nil
        }
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: Int(info.ai_addrlen)))
        }
        length = info.ai_addrlen
    }

    /// Fills the address by a call such as `getsockname` or `accept`.
    init?(_ fill: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Bool) {
        length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let filled = withUnsafeMutablePointer(to: &storage) { storage in
            withUnsafeMutablePointer(to: &length) { length in
                storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { fill($0, length) }
            }
        }
        guard filled else { return nil }
    }

    /// Whether a numeric address is one of 127.0.0.0/8 or ::1, also as an IPv4 address in IPv6's form. False for names.
    static func isLoopback(numericHost host: String) -> Bool {
        guard let bytes = bytes(numericHost: host) else { return false }
        let isIPv4 = bytes[..<12] == ipv4Prefix[...]
        return isIPv4 ? bytes[12] == 127 : bytes[..<15].allSatisfy { $0 == 0 } && bytes[15] == 1
    }

    /// What stands before an IPv4 address in IPv6's form.
    private static let ipv4Prefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

    /// The sixteen bytes of a numeric address, an IPv4 address in IPv6's form; nil for names.
    static func bytes(numericHost host: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, host, &four) == 1 { return ipv4Prefix + withUnsafeBytes(of: four) { Array($0) } }
        var six = in6_addr()
        guard inet_pton(AF_INET6, host, &six) == 1 else { return nil }
        return withUnsafeBytes(of: six) { Array($0) }
    }

    /// The numeric form of the four bytes of an IPv4 address, or the sixteen of an IPv6 address.
    static func numericHost(_ bytes: ArraySlice<UInt8>) -> String? {
        var host = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        let written = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &host, socklen_t(host.count)) }
        return written == nil ? nil : String(nullTerminated: host)
    }

    /// The address a socket is bound to.
    init?(boundTo descriptor: Int32) {
        self.init { getsockname(descriptor, $0, $1) == 0 }
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    /// The numeric form; an unnamed Unix socket, which is what most peers are, has the empty path.
    var address: Address {
        if family == AF_UNIX { return .unix(path: unixPath) }
        var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        var service = [CChar](repeating: 0, count: 32)
        _ = withPointer { pointer, length in
            getnameinfo(
                pointer, length, &host, socklen_t(host.count), &service, socklen_t(service.count),
                NI_NUMERICHOST | NI_NUMERICSERV)
        }
        return .tcp(host: String(nullTerminated: host), port: UInt16(String(nullTerminated: service)) ?? 0)
    }

    private var unixPath: String {
        let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? MemoryLayout<sa_family_t>.size
        return withUnsafeBytes(of: storage) { bytes in
            let path = bytes[min(offset, Int(length))..<Int(length)].prefix { $0 != 0 }
            return String(decoding: path, as: UTF8.self)
        }
    }

    /// Asks the system's resolver, which may block for seconds on a name; a numeric host answers at once.
    ///
    /// - Parameter passive: whether the addresses are for listening.
    static func resolve(host: String, port: UInt16, passive: Bool, numericOnly: Bool = false) throws(TransportError)
        -> [SocketAddress]
    {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICSERV | (passive ? AI_PASSIVE : 0) | (numericOnly ? AI_NUMERICHOST : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &list)
        guard status == 0 else {
            let reason = status == EAI_SYSTEM ? errno : 0
            throw .unresolved(
                .tcp(host: host, port: port),
                reason == 0 ? String(cString: gai_strerror(status)) : systemMessage(reason))
        }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var entry = list
        while let info = entry?.pointee {
            if let address = SocketAddress(info) { found.append(address) }
            entry = info.ai_next
        }
        guard !found.isEmpty else { throw .unresolved(.tcp(host: host, port: port), "the name has no address") }
        return found
    }
}

extension String {
    /// Text that a C function wrote into a buffer of ours.
    fileprivate init(nullTerminated buffer: [CChar]) {
        self.init(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
