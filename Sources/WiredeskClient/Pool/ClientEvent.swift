/// What a `ClientPool` tells its observer, for metrics and logs.
public enum ClientEvent: Sendable {
    /// A connection was opened.
    case connected(ServerAddress)
    /// A connection could not be opened, or was lost; the server is left alone for so long.
    case ejected(ServerAddress, for: Duration, because: WiredeskError)
    /// A server that had failed answers again.
    case returned(ServerAddress)
    /// A try of a request ended after so long; without an error it was answered.
    case tried(ServerAddress, Duration, WiredeskError?)
    /// A request is made again after a pause.
    case retrying(after: WiredeskError, pause: Duration)
    /// A request was also sent to another server because the first took long.
    case hedging(ServerAddress)
}
