/// A secret that a server shares with a client, the name that it goes by in logs, and what its holder may use.
package struct Token: Sendable, Hashable {
    package var name: String
    package var secret: Secret
    /// Requests a second, over all connections of the token; nil for no limit.
    package var requestsPerSecond: Int?
    /// Bytes of REQUEST frames a second, over all connections of the token; nil for no limit.
    package var bytesPerSecond: Int?

    package init(name: String, secret: Secret, requestsPerSecond: Int? = nil, bytesPerSecond: Int? = nil) {
        self.name = name
        self.secret = secret
        self.requestsPerSecond = requestsPerSecond
        self.bytesPerSecond = bytesPerSecond
    }
}
