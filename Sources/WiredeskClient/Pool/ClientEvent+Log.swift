import Logging

extension ClientEvent {
    /// An observer that writes the events to a log: failures and returns of servers as warnings and notices, the rest as
    /// debugging messages.
    public static func log(to logger: Logger) -> @Sendable (ClientEvent) -> Void {
        { event in
            switch event {
            case .connected(let server):
                logger.debug("connected", metadata: ["server": "\(server)"])
            case .ejected(let server, let time, let error):
                logger.warning(
                    "server failed", metadata: ["server": "\(server)", "retry-in": "\(time)", "error": "\(error)"])
            case .returned(let server):
                logger.notice("server is back", metadata: ["server": "\(server)"])
            case .tried(let server, let time, let error):
                logger.debug(
                    "request ended",
                    metadata: [
                        "server": "\(server)", "took": "\(time)", "error": "\(error?.description ?? "none")",
                    ])
            case .retrying(let error, let pause):
                logger.debug("request is made again", metadata: ["error": "\(error)", "pause": "\(pause)"])
            case .hedging(let server):
                logger.debug("request is also sent elsewhere", metadata: ["server": "\(server)"])
            }
        }
    }
}
