import Glibc
import Testing

/// How work grows with its input, by the processor time of this thread: what else runs on the machine hardly counts.
enum Growth {
    /// Records an issue unless twice the size costs at most 2.5 times as much: a quadratic step would make it four.
    ///
    /// The least of several runs counts, and runs go on until the ratio is good: caches and the processor's frequency
    /// only ever add time.
    static func expectLinear(
        _ name: some CustomStringConvertible, from size: Int, runs: Int = 8, work: (_ size: Int) throws -> Void
    ) rethrows {
        var once = Double.infinity
        var twice = Double.infinity
        for _ in 0..<runs {
            once = min(once, try seconds { try work(size) })
            twice = min(twice, try seconds { try work(2 * size) })
            if twice <= 2.5 * once { return }
        }
        Issue.record("\(name): size \(size) took \(once) s, twice the size \(twice) s")
    }

    /// The processor time that this thread spends on the work.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = now()
        try work()
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
