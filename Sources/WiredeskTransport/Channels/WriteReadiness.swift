import Dispatch

/// Tells when a full socket takes bytes again. The Dispatch source behind it is made at the first need, and runs only
/// while armed.
///
/// Confined to one queue, its owner's, which is what makes it safe to send to Dispatch's handlers.
final class WriteReadiness: @unchecked Sendable {
    private let descriptor: Int32
    private let queue: DispatchQueue
    private var source: (any DispatchSourceWrite)?
    private var onReleased: (() -> Void)?
    private(set) var isArmed = false

    init(descriptor: Int32, queue: DispatchQueue) {
        self.descriptor = descriptor
        self.queue = queue
    }

    /// Calls `onWritable`, the same each time, until disarmed. An armed one must be cancelled in the end.
    func arm(_ onWritable: @escaping @Sendable () -> Void) {
        guard !isArmed else { return }
        isArmed = true
        if let source {
            source.resume()
            return
        }
        let source = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler(handler: onWritable)
        source.setCancelHandler { [self] in
            onReleased?()
            onReleased = nil
        }
        source.activate()
        self.source = source
    }

    func disarm() {
        guard isArmed else { return }
        isArmed = false
        source?.suspend()
    }

    /// Ends it for good. Dispatch lets go of the descriptor only when `onReleased` runs, on the queue.
    func cancel(_ onReleased: @escaping () -> Void) {
        guard let source else {
            onReleased()
            return
        }
        self.onReleased = onReleased
        source.cancel()
        // A suspended source never gets to its cancel handler.
        if !isArmed { source.resume() }
        self.source = nil
        isArmed = false
    }
}
