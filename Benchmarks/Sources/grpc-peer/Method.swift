import GRPCCore

/// The service's methods; both answer with the request.
enum Method: String, CaseIterable {
    case echo
    /// Inflates the payload before.
    case inflate

    var descriptor: MethodDescriptor { MethodDescriptor(fullyQualifiedService: "bench.Bytes", method: rawValue) }
}
