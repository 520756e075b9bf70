import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct WorkerPoolTests {
    @Test func runsEveryJobAndNoMoreThanItsWidthAtOnce() {
        let pool = WorkerPool(label: "test", width: 3, depth: 1_000)
        let state = Locked((now: 0, most: 0, started: [Int]()))
        for number in 0..<60 {
            let accepted = pool.submit {
                state.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                    $0.started.append(number)
                }
                usleep(500)
                state.withLock { $0.now -= 1 }
            }
            #expect(accepted)
        }
        #expect(eventually { state.withLock { $0.started.count == 60 && $0.now == 0 } })
        #expect(state.withLock { $0.most } <= 3)
        let started = state.withLock { $0.started }
        // Three at a time may overtake each other between the start and the note of it, but no two of one thread.
        #expect(started.sorted() == Array(0..<60))
    }

    @Test func refusesWhatDoesNotFitAndTakesMoreAfterwards() {
        let pool = WorkerPool(label: "test", width: 1, depth: 2)
        let gate = DispatchSemaphore(value: 0)
        let ran = Locked<[Int]>([])
        let job = { @Sendable (number: Int) -> WorkerPool.Job in
            {
                gate.wait()
                ran.withLock { $0.append(number) }
            }
        }
        #expect(pool.submit(job(0)))
        #expect(pool.submit(job(1)))
        #expect(pool.submit(job(2)))
        #expect(!pool.submit(job(3)))
        #expect(eventually { pool.running == 1 })
        #expect(pool.waiting == 2)
        for _ in 0..<3 { gate.signal() }
        #expect(eventually { pool.running == 0 })
        #expect(ran.withLock { $0 } == [0, 1, 2])
        gate.signal()
        #expect(pool.submit(job(4)))
        #expect(eventually { ran.withLock { $0.count } == 4 })
    }

    @Test func startsTheUrgentFirst() {
        let pool = WorkerPool(label: "test", width: 1, depth: 10)
        let gate = DispatchSemaphore(value: 0)
        let ran = Locked<[String]>([])
        #expect(pool.submit { gate.wait() })
        #expect(eventually { pool.running == 1 })
        let jobs: [(String, JobPriority)] = [
            ("a", .low), ("b", .normal), ("c", .high), ("d", .low), ("e", .high), ("f", .normal),
        ]
        for (name, priority) in jobs {
            #expect(pool.submit(priority: priority) { ran.withLock { $0.append(name) } })
        }
        gate.signal()
        #expect(eventually { ran.withLock { $0.count } == jobs.count })
        #expect(ran.withLock { $0 } == ["c", "e", "b", "f", "a", "d"])
    }

    @Test func saysWhenItIsIdle() {
        let pool = WorkerPool(label: "test", width: 2, depth: 10)
        let idle = Locked(0)
        pool.whenIdle { idle.withLock { $0 += 1 } }
        #expect(idle.withLock { $0 } == 1)
        let gate = DispatchSemaphore(value: 0)
        for _ in 0..<4 { #expect(pool.submit { gate.wait() }) }
        pool.whenIdle { idle.withLock { $0 += 1 } }
        for _ in 0..<3 { gate.signal() }
        usleep(20_000)
        #expect(idle.withLock { $0 } == 1)
        gate.signal()
        #expect(eventually { idle.withLock { $0 } == 2 })
    }

    /// The reason for `.utility`: saturated workers must not hold up a connection's queue.
    @Test func busyWorkersDoNotDelayOtherQueues() {
        let pool = WorkerPool(label: "test", width: 16, depth: 0)
        let stop = Locked(false)
        for _ in 0..<16 { #expect(pool.submit { while !stop.withLock({ $0 }) { sched_yield() } }) }
        let begin = ContinuousClock.now
        let done = DispatchSemaphore(value: 0)
        DispatchQueue(label: "connection").async { done.signal() }
        #expect(done.wait(timeout: .now() + 5) == .success)
        #expect(ContinuousClock.now - begin < .seconds(2))
        stop.withLock { $0 = true }
        #expect(eventually { pool.running == 0 })
    }
}
