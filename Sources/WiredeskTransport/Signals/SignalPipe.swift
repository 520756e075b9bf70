import Dispatch
import Glibc

/// Carries signals from their handler, where next to nothing is allowed, to a Dispatch source, where everything is.
///
/// A Dispatch signal source would be shorter, but it registers some time after its activation, and a signal that comes
/// before that is lost: a server stopped right after its start would not stop. A handler is in place at once.
final class SignalPipe: Sendable {
    static let shared = SignalPipe()

    private let actions = Locked<[Int32: @Sendable () -> Void]>([:])
    /// Never cancelled: the pipe lives as long as the process. Dispatch lets any thread use a source.
    private nonisolated(unsafe) let source: any DispatchSourceRead

    private init() {
        var ends: [Int32] = [-1, -1]
        let status = pipe(&ends)
        precondition(status == 0, "the process has no descriptor left for its signals")
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            Socket.makeNonBlocking(end)
        }
        let (readEnd, writeEnd) = (ends[0], ends[1])
        signalWriteEnd = writeEnd
        source = DispatchSource.makeReadSource(fileDescriptor: readEnd, queue: DispatchQueue(label: "wiredesk.signals"))
        source.setEventHandler { [actions] in
            var number: UInt8 = 0
            while read(readEnd, &number, 1) == 1 {
                let action = actions.withLock { $0[Int32(number)] }
                action?()
            }
        }
        source.activate()
    }

    func watch(_ number: Int32, _ action: @escaping @Sendable () -> Void) {
        actions.withLock { $0[number] = action }
        var disposition = sigaction()
        disposition.__sigaction_handler.sa_handler = noteSignal
        disposition.sa_flags = SA_RESTART
        sigaction(number, &disposition, nil)
    }

    func ignore(_ number: Int32) {
        signal(number, SIG_IGN)
        actions.withLock { $0[number] = nil }
    }
}

/// Set once, before the first handler is installed, and only read in handlers.
private nonisolated(unsafe) var signalWriteEnd: Int32 = -1

/// The handler itself. It keeps to what POSIX calls async-signal-safe: one `write`, with `errno` as it was.
private func noteSignal(_ number: Int32) {
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(signalWriteEnd, &byte, 1)
    errno = saved
}
