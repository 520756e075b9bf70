import Dispatch
import Foundation
import Synchronization

/// Keeps a server's workers busy while something else is measured.
final class BackgroundLoad: Sendable {
    private let isStopped = Atomic(false)
    private let ended = DispatchSemaphore(value: 0)

    init(_ load: FrameLoad) {
        Thread.detachNewThread { [self] in
            // A load that fails leaves the workers idle; the one that is measured then fails too.
            try? load.run { _ in !isStopped.load(ordering: .relaxed) }
            ended.signal()
        }
    }

    func stop() {
        isStopped.store(true, ordering: .relaxed)
        ended.wait()
    }
}
