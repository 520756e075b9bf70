import Foundation
import Testing

@testable import WiredeskTransport

@Suite struct ServiceManagerTests {
    /// A datagram socket as a service manager has one.
    private final class Manager {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        /// As it stands in the environment.
        let name: String

        init(isAbstract: Bool) throws {
            let unique = "wiredesk-\(UUID().uuidString.prefix(8))"
            name = isAbstract ? "@\(unique)" : NSTemporaryDirectory() + unique
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { bytes in
                bytes.copyBytes(from: name.utf8)
                if isAbstract { bytes[0] = 0 }
            }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + name.utf8.count)
            let status = withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
            }
            try #require(status == 0)
            var patience = timeval(tv_sec: 10, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        }

        deinit {
            close(descriptor)
            if name.hasPrefix("/") { unlink(name) }
        }

        func next() -> [Substring] {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
        }
    }

    @Test(arguments: [false, true]) func everyStepIsTold(isAbstract: Bool) throws {
        let listening = try Manager(isAbstract: isAbstract)
        let manager = try #require(ServiceManager { $0 == "NOTIFY_SOCKET" ? listening.name : nil })
        manager.ready()
        #expect(listening.next().contains("READY=1"))
        manager.reloading()
        let reloading = listening.next()
        #expect(reloading.contains("RELOADING=1"))
        #expect(reloading.contains { $0.hasPrefix("MONOTONIC_USEC=") })
        manager.alive()
        #expect(listening.next() == ["WATCHDOG=1"])
        manager.stopping()
        #expect(listening.next().contains("STOPPING=1"))
    }

    @Test(
        arguments: [
            ([:], nil), (["WATCHDOG_USEC": "30000000"], Duration.seconds(30)),
            (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"], nil), (["WATCHDOG_USEC": "0"], nil),
            (["WATCHDOG_USEC": "soon"], nil),
        ] as [([String: String], Duration?)])
    func theWatchdogIsForThisProcessOnly(environment: [String: String], interval: Duration?) throws {
        let manager = try #require(
            ServiceManager { environment[$0] ?? ($0 == "NOTIFY_SOCKET" ? "/run/none" : nil) })
        #expect(manager.watchdogInterval == interval)
        manager.alive()
    }

    @Test(arguments: ["", "relative", "/" + String(repeating: "x", count: 200)])
    func withoutAUsableSocketThereIsNoManager(name: String) {
        #expect(ServiceManager { $0 == "NOTIFY_SOCKET" ? name : nil } == nil)
    }
}
