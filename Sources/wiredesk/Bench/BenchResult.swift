import WiredeskModel

/// What a measurement of a server gave.
struct BenchResult: Sendable {
    /// How many times a thing happened.
    struct Tally: Sendable {
        var code = ""
        var count = 0
    }

    var seconds = 0.0
    /// Requests a second that were to be made; nil when each answer let the next go.
    var rate: Double?
    var latencies = LatencyHistogram()
    var errors: [Tally] = []
    /// Requests that were due but not made, because too many were under way.
    var unsent = 0
    /// Bytes of the articles that were answered.
    var bytes = 0

    var perSecond: Double { seconds > 0 ? Double(latencies.count) / seconds : 0 }

    mutating func count(_ error: WiredeskError) {
        if let index = errors.firstIndex(where: { $0.code == error.code.name }) {
            errors[index].count += 1
        } else {
            errors.append(Tally(code: error.code.name, count: 1))
        }
    }
}

extension BenchResult.Tally: Record {
    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("code", &code)
        try fields.required("count", &count)
    }
}

extension BenchResult: Record {
    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        var answered = latencies.count
        var perSecond = perSecond
        try fields.required("seconds", &seconds)
        try fields.optional("rate", &rate)
        try fields.required("answered", &answered)
        try fields.required("perSecond", &perSecond)
        try fields.required("bytes", &bytes)
        try fields.required("unsent", &unsent)
        try fields.list("errors", &errors)
        var mean = latencies.mean
        try fields.required("meanMicroseconds", &mean)
        for (name, share) in Self.quantiles {
            var value = latencies.quantile(share)
            try fields.required(name, &value)
        }
    }

    private static let quantiles: [(StaticString, Double)] = [
        ("p50Microseconds", 0.5), ("p90Microseconds", 0.9), ("p99Microseconds", 0.99), ("p999Microseconds", 0.999),
        ("maxMicroseconds", 1),
    ]
}
