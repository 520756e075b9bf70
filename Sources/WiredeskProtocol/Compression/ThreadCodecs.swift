import Glibc

/// One `Inflater` and one `Deflater` for each thread that asks, so that their buffers (about 40 KiB and 260 KiB) are
/// made once and never shared.
package enum ThreadCodecs {
    private final class Codecs {
        lazy var inflater = Inflater()
        lazy var deflater = Deflater()
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { pointer in
            guard let pointer else { return }
            Unmanaged<Codecs>.fromOpaque(pointer).release()
        }
        precondition(status == 0, "no thread-specific keys left")
        return key
    }()

    private static var current: Codecs {
        if let pointer = pthread_getspecific(key) {
            return Unmanaged<Codecs>.fromOpaque(pointer).takeUnretainedValue()
        }
        let codecs = Codecs()
        pthread_setspecific(key, Unmanaged.passRetained(codecs).toOpaque())
        return codecs
    }

    /// The calling thread's own; not to be kept past an `await`.
    package static var inflater: Inflater { current.inflater }
    /// The calling thread's own; not to be kept past an `await`.
    package static var deflater: Deflater { current.deflater }
}
