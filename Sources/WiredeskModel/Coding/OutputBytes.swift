/// The bytes of a body under way, in memory that doubles when it is full. What a writer appends is some bytes at a time
/// and thousands of times: an array would ask each time whether anyone else holds it.
///
/// A copy is the same memory, which whoever made it deallocates.
struct OutputBytes {
    private var start: UnsafeMutableRawPointer
    /// Where the next byte goes.
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer

    /// Most results are smaller than this.
    private static let firstCapacity = 32 << 10

    init() {
        start = .allocate(byteCount: Self.firstCapacity, alignment: 1)
        next = start
        end = start + Self.firstCapacity
    }

    func deallocate() {
        start.deallocate()
    }

    var count: Int { next - start }

    /// The bytes, as they stand.
    var array: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: start, count: count)) }

    /// Room for so many bytes more, of which `write` says how many it took.
    @inline(__always)
    mutating func append(upTo size: Int, _ write: (UnsafeMutableRawPointer) -> Int) {
        if end - next < size {
            let (larger, capacity) = Self.grow(start, count: count, by: size)
            next = larger + count
            start = larger
            end = larger + capacity
        }
        next += write(next)
    }

    /// By value, so that the position can stay in a register.
    @inline(never)
    private static func grow(
        _ start: UnsafeMutableRawPointer, count: Int, by size: Int
    ) -> (start: UnsafeMutableRawPointer, capacity: Int) {
        let capacity = 2 * (count + size)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
        larger.copyMemory(from: start, byteCount: count)
        start.deallocate()
        return (larger, capacity)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        append(upTo: 1) { place in
            place.storeBytes(of: byte, as: UInt8.self)
            return 1
        }
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        append(upTo: bytes.count) { place in
            place.copyMemory(from: first, byteCount: bytes.count)
            return bytes.count
        }
    }

    /// Changes a byte that was appended.
    @inline(__always)
    mutating func replace(at offset: Int, with byte: UInt8) {
        precondition(offset < count)
        start.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }
}
