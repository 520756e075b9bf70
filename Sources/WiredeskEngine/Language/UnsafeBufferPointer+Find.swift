import Glibc

extension UnsafeBufferPointer<UInt8> {
    /// The first such byte at or after the offset, or the number of bytes.
    @inline(__always)
    func find(_ value: UInt8, from start: Int = 0) -> Int {
        guard start < count, let base = baseAddress else { return count }
        guard let found = memchr(base + start, Int32(value), count - start) else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
