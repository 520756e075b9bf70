import CZlib
import Glibc

/// Reads what a gzip file (RFC 1952) of any number of members holds.
final class GzipReader {
    private let file: gzFile
    private static let bufferBytes: UInt32 = 256 << 10

    /// - Parameter descriptor: of the compressed file; still the caller's to close.
    init(descriptor: Int32) throws(InputFailure) {
        let own = dup(descriptor)
        guard own >= 0, let file = gzdopen(own, "rb") else { throw InputFailure(number: errno) }
        gzbuffer(file, Self.bufferBytes)
        self.file = file
    }

    deinit { gzclose(file) }

    /// Reads up to so many bytes, 0 at the end.
    ///
    /// - Throws: when the file is damaged or cut short, too.
    func read(into buffer: UnsafeMutablePointer<UInt8>, atMost room: Int) throws(InputFailure) -> Int {
        let count = gzread(file, buffer, UInt32(clamping: room))
        var status: Int32 = 0
        let message = gzerror(file, &status)
        // An end that comes too soon is only told here.
        guard count >= 0, count > 0 || status == Z_OK || status == Z_STREAM_END else {
            if status == Z_ERRNO { throw InputFailure(number: errno) }
            // zlib puts a name that it made up before what it has to say.
            let words = message.map { String(cString: $0) }?.split(separator: ": ", maxSplits: 1).last
            throw InputFailure(message: words.map(String.init) ?? "no gzip file")
        }
        return Int(count)
    }
}
