import Glibc

/// Bounds what a batch job holds: a thread that reads waits here while the line to be written next is too far behind,
/// or while the lines in work are too large.
///
/// Unchecked, because the compiler cannot see that every access to the counts holds the mutex.
final class InFlightBudget: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let maximumLines: Int
    private let maximumBytes: Int
    private var lines = 0
    private var bytes = 0

    init(lines: Int, bytes: Int) {
        maximumLines = lines
        maximumBytes = bytes
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Waits until there is room for one more line. A line larger than all bytes goes alone.
    func reserve(_ cost: Int) {
        pthread_mutex_lock(mutex)
        while lines >= maximumLines || bytes > 0 && bytes + cost > maximumBytes { pthread_cond_wait(changed, mutex) }
        lines += 1
        bytes += cost
        pthread_mutex_unlock(mutex)
    }

    /// Gives room back: that of lines behind which all are done, and that of the bytes of a line that is done.
    func release(lines count: Int, bytes cost: Int) {
        pthread_mutex_lock(mutex)
        lines -= count
        bytes -= cost
        pthread_cond_signal(changed)
        pthread_mutex_unlock(mutex)
    }
}
