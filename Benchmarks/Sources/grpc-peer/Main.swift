import PeerWork

/// A unary gRPC service on grpc-swift that does what the framed servers do, and the client that loads it.
@main
enum Main {
    static func main() async throws {
        let arguments = CommandLine.arguments
        if arguments.dropFirst().first == "load" {
            guard let load = Load(arguments.dropFirst(2)) else {
                fatalError("usage: \(arguments[0]) load PORT echo|inflate BYTES CONNECTIONS DEPTH SECONDS")
            }
            try await load.run()
        } else {
            try await Server.run(.fromArguments(arguments))
        }
    }
}
