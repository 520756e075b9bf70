import Glibc

/// Bounds the lines that are read and not yet written: a thread that reads waits here while too many, or too large
/// ones, are under way.
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

    /// Waits until there is room for one more line. A line larger than the whole budget goes alone.
    func reserve(_ cost: Int) {
        pthread_mutex_lock(mutex)
        while lines > 0, lines >= maximumLines || bytes + cost > maximumBytes { pthread_cond_wait(changed, mutex) }
        lines += 1
        bytes += cost
        pthread_mutex_unlock(mutex)
    }

    func release(_ cost: Int) {
        pthread_mutex_lock(mutex)
        lines -= 1
        bytes -= cost
        pthread_cond_signal(changed)
        pthread_mutex_unlock(mutex)
    }
}
