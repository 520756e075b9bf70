import WiredeskTransport

/// How requests to the HTTP port were answered.
final class HTTPCounters: Sendable {
    struct Key: Hashable, Comparable {
        /// "other" for what is not there.
        var path: String
        var status: Int

        static func < (left: Key, right: Key) -> Bool { (left.path, left.status) < (right.path, right.status) }
    }

    /// Few: there are six paths, and a dozen statuses.
    private let counts = Locked<[Key: Int]>([:])

    func count(_ path: HTTPPath?, status: Int) {
        counts.withLock { $0[Key(path: path?.rawValue ?? "other", status: status), default: 0] += 1 }
    }

    var reading: [(Key, Int)] { counts.withLock { $0 }.sorted { $0.key < $1.key } }
}
