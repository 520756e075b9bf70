import CZlib
import Glibc

/// Inflates the payloads of requests that ask for nothing else, with one `z_stream` for each thread.
package final class Inflation {
    /// Bytes that a payload may make.
    private static let room = 1 << 16

    private var stream = z_stream()
    private let output = UnsafeMutablePointer<UInt8>.allocate(capacity: room)

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        guard pthread_key_create(&key, nil) == 0 else { fatalError("no thread-specific keys left") }
        return key
    }()

    private init() {
        inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    /// The calling thread's own.
    package static var current: Inflation {
        if let pointer = pthread_getspecific(key) {
            return Unmanaged<Inflation>.fromOpaque(pointer).takeUnretainedValue()
        }
        let inflation = Inflation()
        pthread_setspecific(key, Unmanaged.passRetained(inflation).toOpaque())
        return inflation
    }

    /// Inflates a payload: its raw length as a little-endian u32, and one zlib stream of so many bytes.
    package func inflate(_ payload: UnsafeRawBufferPointer) {
        let length = UInt32(littleEndian: payload.loadUnaligned(as: UInt32.self))
        inflateReset(&stream)
        stream.next_in = UnsafeMutablePointer(
            mutating: payload.baseAddress!.advanced(by: 4).assumingMemoryBound(to: UInt8.self))
        stream.avail_in = UInt32(payload.count - 4)
        stream.next_out = output
        stream.avail_out = UInt32(Self.room)
        guard CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END, stream.total_out == length else {
            fatalError("the payload is not one zlib stream of \(length) bytes")
        }
    }
}
