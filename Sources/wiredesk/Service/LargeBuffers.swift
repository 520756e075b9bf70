import CMalloc

/// Buffers of the size of articles and frames.
enum LargeBuffers {
    /// Bytes from which a buffer is a mapping of its own.
    private static let threshold: CInt = 1 << 20

    /// Has the system get them back as soon as they are free. Otherwise the allocator keeps more and more of them for
    /// later, in pieces that do not fit, and the process stays as large as its worst moment.
    static func returnToSystem() {
        mallopt(M_MMAP_THRESHOLD, threshold)
    }
}
