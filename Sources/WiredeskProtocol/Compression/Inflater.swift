import CZlib
import WiredeskModel

/// Inflates zlib streams (RFC 1950) of a declared length, reusing one `z_stream`.
///
/// Not Sendable: one at a time uses it.
package final class Inflater {
    private var stream = z_stream()

    package init() {
        let status = inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib could not allocate an inflate stream")
    }

    deinit {
        inflateEnd(&stream)
    }

    /// Inflates the whole of `compressed`, which must be one stream of exactly `rawLength` bytes.
    ///
    /// - Throws: `lengthMismatch` when the stream holds more or fewer bytes; no more than one byte past the declared
    ///   length is ever made. `badCompression` when it is corrupt, truncated, wants a dictionary or is followed by
    ///   other bytes.
    package func inflate(_ compressed: [UInt8], rawLength: Int) throws(WiredeskError) -> [UInt8] {
        inflateReset(&stream)
        var status = Z_OK
        var unread = 0
        // One byte more than declared, to see a stream that goes on.
        let raw = [UInt8](unsafeUninitializedCapacity: rawLength + 1) { output, made in
            compressed.withUnsafeBufferPointer { input in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(rawLength + 1)
                status = CZlib.inflate(&stream, Z_FINISH)
                unread = Int(stream.avail_in)
                made = rawLength + 1 - Int(stream.avail_out)
            }
        }
        switch status {
        case Z_STREAM_END where raw.count != rawLength:
            throw WiredeskError(.lengthMismatch, "declared \(rawLength) bytes, the stream holds \(raw.count)")
        case Z_STREAM_END where unread > 0:
            throw WiredeskError(.badCompression, "\(unread) bytes after the zlib stream")
        case Z_STREAM_END:
            return raw
        case Z_BUF_ERROR where raw.count > rawLength, Z_OK where raw.count > rawLength:
            throw WiredeskError(.lengthMismatch, "declared \(rawLength) bytes, the stream holds more")
        case Z_BUF_ERROR, Z_OK:
            throw WiredeskError(.badCompression, "the zlib stream is cut short")
        case Z_NEED_DICT:
            throw WiredeskError(.badCompression, "the zlib stream wants a preset dictionary")
        default:
            throw WiredeskError(.badCompression, "the zlib stream is corrupt")
        }
    }
}
