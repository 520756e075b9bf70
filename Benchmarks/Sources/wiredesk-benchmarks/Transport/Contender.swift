import Foundation

/// A server that is measured.
struct Contender {
    /// Who loads it.
    enum Client {
        /// Our own generator: frames, after what a connection begins with.
        case frames(Opening)
        /// The peer's program, because its client is part of the bargain.
        case grpc(program: String)
    }

    let name: String
    let client: Client
    /// What starts it.
    let command: @Sendable (ServerMode) -> [String]

    /// Wiredesk's transport alone.
    static func transport(_ program: String) -> Contender {
        Contender(name: "Wiredesk, transport", client: .frames(.none)) { [program, "echo", $0.rawValue] }
    }

    /// The whole service, as users start it.
    static func service(_ program: String) -> Contender {
        Contender(name: "Wiredesk, service", client: .frames(.wiredesk)) { _ in
            [program, "serve", "--listen", "127.0.0.1:0", "--max-connections", "100000", "--log-level", "critical"]
        }
    }

    static func nio(_ program: String) -> Contender {
        Contender(name: "SwiftNIO 2.101.2", client: .frames(.none)) { [program, $0.rawValue] }
    }

    static func grpc(_ program: String) -> Contender {
        Contender(name: "grpc-swift 2.4.3", client: .grpc(program: program)) { [program, $0.rawValue] }
    }
}
