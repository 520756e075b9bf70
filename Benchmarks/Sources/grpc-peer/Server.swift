import GRPCCore
import GRPCNIOTransportHTTP2
import PeerWork

enum Server {
    static func run(_ mode: ServerMode) async throws {
        let workers = Workers()
        if mode == .busy { workers.keepBusy() }
        var router = RPCRouter<HTTP2ServerTransport.Posix>()
        for method in Method.allCases {
            router.registerHandler(forMethod: method.descriptor, deserializer: Bytes(), serializer: Bytes()) {
                request, _ in
                let request = try await ServerRequest(stream: request)
                if method == .inflate { request.message.withUnsafeBytes { Inflation.current.inflate($0) } }
                return StreamingServerResponse(single: ServerResponse(message: request.message))
            }
        }
        let transport = HTTP2ServerTransport.Posix(
            address: .ipv4(host: "127.0.0.1", port: 0), transportSecurity: .plaintext)
        let server = GRPCServer(transport: transport, router: router)
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await server.serve() }
            let address = try await transport.listeningAddress
            StandardError.print("listening on 127.0.0.1:\(address.ipv4?.port ?? 0)")
        }
    }
}
