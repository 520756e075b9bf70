import Dispatch
import Glibc

/// Tells the service manager how the service does (sd_notify(3)): ready, reloading, stopping, still alive.
package struct ServiceManager: Sendable {
    /// Bytes of a Unix address behind its family.
    private static let pathCapacity = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

    private let path: [UInt8]
    /// How often it wants to hear that the service is alive; nil when it does not.
    package let watchdogInterval: Duration?

    /// Nil when no service manager listens.
    package init?(environment: (String) -> String?) {
        guard let socket = environment("NOTIFY_SOCKET"), let first = socket.utf8.first, first == 0x2F || first == 0x40
        else { return nil }
        path = Array(socket.utf8)
        guard path.count < Self.pathCapacity else { return nil }
        let isForUs = environment("WATCHDOG_PID").flatMap { Int32($0) }.map { $0 == getpid() } ?? true
        watchdogInterval = environment("WATCHDOG_USEC").flatMap { Int($0) }
            .flatMap { isForUs && $0 > 0 ? .microseconds($0) : nil }
    }

    package init?() {
        self.init { getenv($0).map { String(cString: $0) } }
    }

    package func ready() { send("READY=1\nSTATUS=serving") }

    /// Followed by `ready` when it is done.
    package func reloading() {
        send("RELOADING=1\nMONOTONIC_USEC=\(DispatchTime.now().uptimeNanoseconds / 1000)\nSTATUS=reading files again")
    }

    package func stopping() { send("STOPPING=1\nSTATUS=finishing what is in flight") }

    package func alive() { send("WATCHDOG=1") }

    /// Does not wait, and does not mind when nobody is there: a service serves without its manager.
    private func send(_ message: String) {
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            bytes.copyBytes(from: path)
            // A name in the abstract namespace is written with an at sign and begins with a zero.
            if path[0] == 0x40 { bytes[0] = 0 }
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let bytes = Array(message.utf8)
        _ = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
