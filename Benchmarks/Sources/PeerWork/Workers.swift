import Dispatch
import NIOCore
import NIOPosix

/// The threads on which a server does what takes time: one for each processor.
package struct Workers: Sendable {
    /// How long one piece of busy work takes, in nanoseconds: about as long as a long article.
    private static let spinTime: UInt64 = 2_000_000

    package let pool = NIOThreadPool(numberOfThreads: System.coreCount)

    package init() {
        pool.start()
    }

    /// Gives every thread more to do than it will ever be done with.
    package func keepBusy() {
        for _ in 0..<16 { spin() }
    }

    private func spin() {
        pool.submit { _ in
            let end = DispatchTime.now().uptimeNanoseconds + Self.spinTime
            while DispatchTime.now().uptimeNanoseconds < end {}
            spin()
        }
    }
}
