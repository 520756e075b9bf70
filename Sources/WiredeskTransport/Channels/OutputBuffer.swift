/// Bytes that wait for the socket: appended at the end, taken from the front. It holds no memory while empty.
struct OutputBuffer {
    private static let firstCapacity = 4096

    private var bytes: [UInt8] = []
    private var taken = 0

    var count: Int { bytes.count - taken }

    var isEmpty: Bool { taken == bytes.count }

    mutating func append(_ more: UnsafeRawBufferPointer) {
        if bytes.isEmpty { bytes.reserveCapacity(max(more.count, Self.firstCapacity)) }
        bytes.append(contentsOf: more)
    }

    mutating func removeFirst(_ count: Int) {
        taken += count
        if taken == bytes.count {
            removeAll()
        } else if taken >= bytes.count / 2 {
            // Moving at most what was taken keeps the cost of a byte constant.
            bytes.removeSubrange(..<taken)
            taken = 0
        }
    }

    mutating func removeAll() {
        bytes = []
        taken = 0
    }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[taken...])) }
    }
}
