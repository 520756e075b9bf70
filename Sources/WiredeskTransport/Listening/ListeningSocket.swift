import Glibc

/// Opens the sockets that listeners accept from.
enum ListeningSocket {
    /// Listens at the first of the host's addresses that can be bound. `::` takes IPv4 connections as well.
    static func open(host: String, port: UInt16, backlog: Int32) throws(TransportError) -> Int32 {
        let wanted = Address.tcp(host: host, port: port)
        var failure = TransportError.unresolved(wanted, "the name has no address")
        for address in try SocketAddress.resolve(host: host, port: port, passive: true) {
            let descriptor = Socket.open(family: address.family)
            guard descriptor >= 0 else {
                failure = .system(wanted, call: "socket", errno: errno)
                continue
            }
            // A restarted server must not wait for its predecessor's connections to be forgotten.
            Socket.setOption(SO_REUSEADDR, level: SOL_SOCKET, 1, on: descriptor)
            if address.family == AF_INET6 {
                Socket.setOption(Int32(IPV6_V6ONLY), level: Int32(IPPROTO_IPV6), 0, on: descriptor)
            }
            do throws(TransportError) {
                try bind(descriptor, to: address, as: wanted)
                try listen(descriptor, backlog, as: wanted)
                return descriptor
            } catch {
                failure = error
                Glibc.close(descriptor)
            }
        }
        throw failure
    }

    /// Listens at a path. A socket that a dead process left there is replaced, a live one or another file is not.
    static func open(path: String, mode: mode_t, backlog: Int32) throws(TransportError) -> (Int32, UnixSocketFile?) {
        let wanted = Address.unix(path: path)
        let turn = FolderLock(folderOf: path)
        defer { turn.end() }
        let address = try SocketAddress(unixPath: path)
        let descriptor = Socket.open(family: AF_UNIX)
        guard descriptor >= 0 else { throw .system(wanted, call: "socket", errno: errno) }
        // Linux gives the file the mode of the socket, so there is no moment at which others could connect.
        fchmod(descriptor, mode)
        do throws(TransportError) {
            do throws(TransportError) {
                try bind(descriptor, to: address, as: wanted)
            } catch .addressInUse {
                guard UnixSocketFile.removeStale(at: path, address) else { throw .addressInUse(wanted) }
                try bind(descriptor, to: address, as: wanted)
            }
            // The process's mask may have taken rights away; nobody can connect before `listen`.
            chmod(path, mode)
            let file = UnixSocketFile(at: path)
            do throws(TransportError) {
                try listen(descriptor, backlog, as: wanted)
            } catch {
                file?.remove()
                throw error
            }
            return (descriptor, file)
        } catch {
            Glibc.close(descriptor)
            throw error
        }
    }

    private static func bind(_ descriptor: Int32, to address: SocketAddress, as wanted: Address) throws(TransportError)
    {
        guard address.withPointer({ Glibc.bind(descriptor, $0, $1) }) != 0 else { return }
        if errno == EADDRINUSE { throw .addressInUse(wanted) }
        throw .system(wanted, call: "bind", errno: errno)
    }

    private static func listen(_ descriptor: Int32, _ backlog: Int32, as wanted: Address) throws(TransportError) {
        guard Glibc.listen(descriptor, backlog) != 0 else { return }
        if errno == EADDRINUSE { throw .addressInUse(wanted) }
        throw .system(wanted, call: "listen", errno: errno)
    }
}
