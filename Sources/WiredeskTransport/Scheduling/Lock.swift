import Glibc

/// A plain mutual-exclusion lock for short critical sections.
///
/// It is `pthread_mutex_t` because ThreadSanitizer understands it; it reports false races on `Synchronization.Mutex`
/// with this toolchain. Safe to share: the mutex lives at a fixed address and is only touched by `pthread` calls.
package final class Lock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    package init() {
        mutex.initialize(to: pthread_mutex_t())
        let status = pthread_mutex_init(mutex, nil)
        precondition(status == 0, "the system has no memory left for a mutex")
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deinitialize(count: 1)
        mutex.deallocate()
    }

    /// Runs the body while no other thread is inside. Not recursive.
    package func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        acquire()
        defer { release() }
        return try body()
    }

    func acquire() { pthread_mutex_lock(mutex) }

    func release() { pthread_mutex_unlock(mutex) }
}
