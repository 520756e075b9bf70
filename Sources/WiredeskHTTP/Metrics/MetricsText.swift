import WiredeskServer

/// Prometheus' text exposition format, 0.0.4.
struct MetricsText {
    enum Kind: String {
        case counter, gauge, histogram
    }

    private(set) var text = ""

    /// Begins a metric. Its help has neither line ends nor backslashes.
    mutating func metric(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ labels: KeyValuePairs<String, String> = [:], _ value: Int) {
        line(name, labels.map { ($0.key, $0.value) }, String(value))
    }

    mutating func sample(_ name: String, _ labels: KeyValuePairs<String, String> = [:], seconds: Double) {
        line(name, labels.map { ($0.key, $0.value) }, "\(seconds)")
    }

    /// A metric that has one value.
    mutating func single(_ name: String, _ kind: Kind, _ value: Int, _ help: String) {
        metric(name, kind, help)
        sample(name, [:], value)
    }

    mutating func histogram(_ name: String, _ labels: KeyValuePairs<String, String>, _ reading: HistogramReading) {
        let pairs = labels.map { ($0.key, $0.value) }
        var count = 0
        for (bound, more) in zip(reading.bounds, reading.counts) {
            count += more
            line(name + "_bucket", pairs + [("le", "\(Double(bound) / 1e6)")], String(count))
        }
        count += reading.counts.last ?? 0
        line(name + "_bucket", pairs + [("le", "+Inf")], String(count))
        sample(name + "_sum", labels, seconds: Double(reading.microseconds) / 1e6)
        sample(name + "_count", labels, count)
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
        let list = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        text += list.isEmpty ? "\(name) \(value)\n" : "\(name){\(list)} \(value)\n"
    }

    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for character in value {
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
