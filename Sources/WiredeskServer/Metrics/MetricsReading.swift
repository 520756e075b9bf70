import WiredeskModel
import WiredeskProtocol

/// What the server is and has done, at one moment.
package struct MetricsReading: Sendable {
    package var version: EngineVersion
    package var uptime: Duration
    package var isDraining: Bool
    package var connections: Int
    package var connectionsOpened: Int
    package var connectionLimit: Int
    /// Connections that an error of the server's ended, by its code; every code that can, also those at 0.
    package var connectionErrors: [(ErrorCode, Int)]
    /// Requests that have come.
    package var requests: Int
    package var results: Int
    /// Requests that failed, by the code of their error; every code that can, also those at 0.
    package var requestErrors: [(ErrorCode, Int)]
    package var rejections: [(Rejection, Int)]
    package var inFlight: Int
    package var queued: Int
    package var queueLimit: Int
    package var busyWorkers: Int
    package var workers: Int
    /// Bytes.
    package var articleMemory: Int
    package var articleMemoryLimit: Int
    package var bytesIn: Int
    package var bytesOut: Int
    package var requestPayloads: PayloadSize
    package var replyPayloads: PayloadSize
    package var requestTimes: HistogramReading
    package var queueTimes: HistogramReading
    package var stepTimes: [(WorkStep, HistogramReading)]
    /// Stages that the compute deadline stopped.
    package var timeouts: [(WorkStep, Int)]
}
