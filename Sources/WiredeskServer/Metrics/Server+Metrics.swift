import WiredeskEngine
import WiredeskModel

extension Server {
    package var metrics: MetricsReading {
        let (connections, isDraining) = connectionState
        // Those that the server gives; the client's own lie above.
        let own = ErrorCode.allCases.filter { $0.rawValue < 96 }
        return MetricsReading(
            version: Engine.version, uptime: uptime, isDraining: isDraining, connections: connections,
            connectionsOpened: counters.connections.current, connectionLimit: configuration.maximumConnections,
            connectionErrors: own.map { ($0, counters.connections(endedBy: $0)) }
                .filter { $0.endsConnection || $1 > 0 },
            requests: counters.requests.current, results: counters.results,
            requestErrors: (own + [.connectionLost]).filter { !$0.endsConnection }
                .map { ($0, counters.requests(endedBy: $0)) },
            rejections: Rejection.allCases.map { ($0, counters.rejected(for: $0)) },
            inFlight: counters.inFlight.current, queued: workshop.queued, queueLimit: configuration.queueDepth,
            busyWorkers: workshop.busyWorkers, workers: workshop.workers, articleMemory: workshop.memory.inUse,
            articleMemoryLimit: workshop.memory.limit, bytesIn: counters.bytesIn.current,
            bytesOut: counters.bytesOut.current, requestPayloads: counters.requestPayloads.reading,
            replyPayloads: counters.replyPayloads.reading, requestTimes: counters.requestTimes.reading,
            queueTimes: counters.queueTimes.reading,
            stepTimes: [
                (.decoding, counters.decodingTimes.reading), (.reading, counters.readingTimes.reading),
                (.entities, counters.entitiesTimes.reading), (.summary, counters.summaryTimes.reading),
                (.encoding, counters.encodingTimes.reading),
            ],
            timeouts: [WorkStep.entities, .summary].map { ($0, counters.timeouts(of: $0)) })
    }
}
