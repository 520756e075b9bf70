/// First in, first out, with a limit: a ring that refuses what does not fit. Storage grows to what is used.
struct BoundedQueue<Element> {
    let capacity: Int
    private var ring: [Element?] = []
    private var head = 0
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// False when the queue is full.
    mutating func append(_ element: Element) -> Bool {
        guard count < capacity else { return false }
        if count == ring.count { grow() }
        ring[(head + count) % ring.count] = element
        count += 1
        return true
    }

    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        defer {
            ring[head] = nil
            head = (head + 1) % ring.count
            count -= 1
        }
        return ring[head]
    }

    private mutating func grow() {
        ring = Array(ring[head...]) + Array(ring[..<head])
        head = 0
        ring.append(contentsOf: repeatElement(nil, count: min(capacity, max(16, ring.count * 2)) - ring.count))
    }
}
