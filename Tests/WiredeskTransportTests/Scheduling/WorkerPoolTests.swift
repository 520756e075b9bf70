import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct WorkerPoolTests {
    /// Objects that stand for connections.
    private static let owners = [Lock(), Lock(), Lock()]
    private static let owner = ObjectIdentifier(owners[0])

    /// In one line for all, the three would wait for the fifty.
    @Test func ownersTakeTurnsWithinAPriority() {
        let pool = WorkerPool(label: "test", width: 1, depth: 100)
        let gate = DispatchSemaphore(value: 0)
        let ran = Locked<[String]>([])
        #expect(pool.submit(owner: Self.owner) { gate.wait() })
        #expect(eventually { pool.running == 1 })
        func submit(_ name: String, _ owner: Int, _ priority: JobPriority = .normal) {
            #expect(
                pool.submit(priority: priority, owner: ObjectIdentifier(Self.owners[owner])) {
                    ran.withLock { $0.append(name) }
                })
        }
        for number in 0..<50 { submit("greedy\(number)", 0) }
        submit("low", 1, .low)
        for number in 0..<2 { submit("second\(number)", 1) }
        submit("third", 2)
        submit("urgent", 0, .high)
        gate.signal()
        #expect(eventually { ran.withLock { $0.count } == 55 })
        let order = ran.withLock { $0 }
        #expect(order.prefix(6) == ["urgent", "greedy0", "second0", "third", "greedy1", "second1"])
        #expect(order[6..<54].elementsEqual((2..<50).map { "greedy\($0)" }), "its own stay in order")
        #expect(order.last == "low")
    }

    @Test func oneOwnerCannotTakeEveryPlace() {
        let pool = WorkerPool(label: "test", width: 1, depth: 8)
        let gate = DispatchSemaphore(value: 0)
        let accepted = (0..<20).count { _ in pool.submit(owner: Self.owner) { gate.wait() } }
        #expect(accepted == 7, "one that runs and three quarters of the places")
        #expect(pool.submit(owner: ObjectIdentifier(Self.owners[1])) { gate.wait() })
        for _ in 0..<8 { gate.signal() }
        #expect(eventually { pool.running == 0 && pool.waiting == 0 })
    }

    @Test func runsEveryJobAndNoMoreThanItsWidthAtOnce() {
        let pool = WorkerPool(label: "test", width: 3, depth: 1_000)
        let state = Locked((now: 0, most: 0, started: [Int]()))
        for number in 0..<60 {
            let accepted = pool.submit(owner: Self.owner) {
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
        #expect(pool.submit(owner: Self.owner, job(0)))
        #expect(pool.submit(owner: Self.owner, job(1)))
        #expect(pool.submit(owner: Self.owner, job(2)))
        #expect(!pool.submit(owner: Self.owner, job(3)))
        #expect(eventually { pool.running == 1 })
        #expect(pool.waiting == 2)
        for _ in 0..<3 { gate.signal() }
        #expect(eventually { pool.running == 0 })
        #expect(ran.withLock { $0 } == [0, 1, 2])
        gate.signal()
        #expect(pool.submit(owner: Self.owner, job(4)))
        #expect(eventually { ran.withLock { $0.count } == 4 })
    }

    @Test func startsTheUrgentFirst() {
        let pool = WorkerPool(label: "test", width: 1, depth: 10)
        let gate = DispatchSemaphore(value: 0)
        let ran = Locked<[String]>([])
        #expect(pool.submit(owner: Self.owner) { gate.wait() })
        #expect(eventually { pool.running == 1 })
        let jobs: [(String, JobPriority)] = [
            ("a", .low), ("b", .normal), ("c", .high), ("d", .low), ("e", .high), ("f", .normal),
        ]
        for (name, priority) in jobs {
            #expect(pool.submit(priority: priority, owner: Self.owner) { ran.withLock { $0.append(name) } })
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
        for _ in 0..<4 { #expect(pool.submit(owner: Self.owner) { gate.wait() }) }
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
        for _ in 0..<16 { #expect(pool.submit(owner: Self.owner) { while !stop.withLock({ $0 }) { sched_yield() } }) }
        let begin = ContinuousClock.now
        let done = DispatchSemaphore(value: 0)
        DispatchQueue(label: "connection").async { done.signal() }
        #expect(done.wait(timeout: .now() + 5) == .success)
        #expect(ContinuousClock.now - begin < .seconds(2))
        stop.withLock { $0 = true }
        #expect(eventually { pool.running == 0 })
    }
}
