import Glibc

/// Reads what an input file holds, inflated if it is compressed.
struct ByteReader {
    private let descriptor: Int32
    private let gzip: GzipReader?

    init(_ file: InputFile) throws(InputFailure) {
        descriptor = file.descriptor
        gzip = file.isGzip ? try GzipReader(descriptor: file.descriptor) : nil
    }

    /// Reads up to so many bytes, 0 at the end.
    func read(into buffer: UnsafeMutablePointer<UInt8>, atMost room: Int) throws(InputFailure) -> Int {
        if let gzip { return try gzip.read(into: buffer, atMost: room) }
        var count = 0
        repeat { count = Glibc.read(descriptor, buffer, room) } while count < 0 && errno == EINTR
        guard count >= 0 else { throw InputFailure(number: errno) }
        return count
    }
}
