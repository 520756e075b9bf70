import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct TimerWheelTests {
    private let queue = DispatchQueue(label: "test")

    @Test func firesInOrderAndNeverEarly() {
        let wheel = TimerWheel()
        let fired = Locked<[Int]>([])
        let early = Locked(0)
        let begin = ContinuousClock.now
        for delay in [120, 30, 90, 0, 60, 30] {
            _ = wheel.schedule(after: .milliseconds(delay), on: queue) {
                if ContinuousClock.now - begin < .milliseconds(delay) { early.withLock { $0 += 1 } }
                fired.withLock { $0.append(delay) }
            }
        }
        #expect(eventually { fired.withLock { $0.count } == 6 })
        #expect(fired.withLock { $0 } == [0, 30, 30, 60, 90, 120])
        #expect(early.withLock { $0 } == 0)
        #expect(wheel.count == 0)
    }

    @Test func aCancelledTimerDoesNotFire() {
        let wheel = TimerWheel()
        let fired = Locked<[Int]>([])
        let tokens = (0..<100).map { number in
            wheel.schedule(after: .milliseconds(30), on: queue) { fired.withLock { $0.append(number) } }
        }
        for token in tokens where token.slot.isMultiple(of: 2) { #expect(wheel.cancel(token)) }
        #expect(wheel.count == 50)
        #expect(eventually { wheel.count == 0 })
        queue.sync {}
        #expect(fired.withLock { $0.sorted() } == (0..<100).filter { !$0.isMultiple(of: 2) })
        for token in tokens { #expect(!wheel.cancel(token)) }
    }

    /// A session that cancels its deadline on its own queue must not see it fire afterwards.
    @Test func aCancelOnTheTimersQueueComesInTime() {
        let wheel = TimerWheel(tick: .milliseconds(1))
        let fired = Locked(0)
        queue.sync {
            let token = wheel.schedule(after: .zero, on: queue) { fired.withLock { $0 += 1 } }
            // By now it is due and waits for this queue.
            usleep(30_000)
            #expect(wheel.cancel(token))
        }
        queue.sync {}
        #expect(fired.withLock { $0 } == 0)
    }

    @Test func anOldTokenDoesNotCancelTheNextTimer() {
        let wheel = TimerWheel()
        let fired = Locked(0)
        let old = wheel.schedule(after: .seconds(60), on: queue) {}
        #expect(wheel.cancel(old))
        _ = wheel.schedule(after: .milliseconds(10), on: queue) { fired.withLock { $0 += 1 } }
        #expect(!wheel.cancel(old))
        #expect(eventually { fired.withLock { $0 } == 1 })
    }

    @Test func aNearerTimerWakesTheWheelEarlier() {
        let wheel = TimerWheel()
        let fired = Locked(0)
        let far = wheel.schedule(after: .seconds(300), on: queue) {}
        _ = wheel.schedule(after: .milliseconds(20), on: queue) { fired.withLock { $0 += 1 } }
        #expect(eventually(within: .seconds(3)) { fired.withLock { $0 } == 1 })
        #expect(wheel.cancel(far))
    }

    @Test(arguments: [Duration.seconds(-5), .zero, .seconds(Int64.max)]) func takesAnyDelay(delay: Duration) {
        let wheel = TimerWheel()
        #expect(wheel.cancel(wheel.schedule(after: delay, on: queue) {}) || delay <= .zero)
    }
}
