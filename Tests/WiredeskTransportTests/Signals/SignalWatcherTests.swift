import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct SignalWatcherTests {
    @Test func turnsASignalIntoACall() {
        let seen = Locked<[Int32]>([])
        let watcher = SignalWatcher([SIGUSR1, SIGUSR2], on: DispatchQueue(label: "test")) { number in
            seen.withLock { $0.append(number) }
        }
        kill(getpid(), SIGUSR1)
        #expect(eventually { seen.withLock { $0 } == [SIGUSR1] })
        kill(getpid(), SIGUSR2)
        #expect(eventually { seen.withLock { $0 } == [SIGUSR1, SIGUSR2] })
        watcher.cancel()
    }
}
