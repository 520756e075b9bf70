/// The attributes of the current tag. Its memory is used again for each tag.
struct HTMLAttributeList: ~Copyable {
    private var storage = UnsafeMutablePointer<HTMLAttribute>.allocate(capacity: 32)
    private var capacity = 32
    private(set) var count = 0

    deinit { storage.deallocate() }

    /// Valid until the next change.
    @inline(__always)
    var elements: UnsafeBufferPointer<HTMLAttribute> { UnsafeBufferPointer(start: storage, count: count) }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ attribute: HTMLAttribute) {
        if count == capacity { grow() }
        (storage + count).initialize(to: attribute)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<HTMLAttribute>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
        capacity *= 2
    }
}
