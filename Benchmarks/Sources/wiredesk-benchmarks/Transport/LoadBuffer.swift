/// Memory that one thread of the load receives into.
final class LoadBuffer {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)

    deinit {
        bytes.deallocate()
    }
}
