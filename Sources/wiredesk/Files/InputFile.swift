import Glibc

/// A file, pipe or terminal that is read; one whose name ends in `.gz` is inflated on the way.
struct InputFile {
    private let descriptor: Int32
    private let gzip: GzipReader?

    init(_ source: InputSource) throws(InputFailure) {
        descriptor = source.descriptor
        gzip = source.isGzip ? try GzipReader(descriptor: source.descriptor) : nil
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
