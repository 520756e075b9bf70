import Dispatch
import Glibc

/// Reads a descriptor through Dispatch I/O and hands over the bytes in place.
///
/// This is the only place that knows `DispatchIO`, so another way of reading goes here. What it minds, each measured
/// or met on Linux:
/// - `lowWater` is 1, because the default of 1 MiB keeps small messages back until the end of the stream.
/// - A read is long and renewed when it has been used up. A pause lets the read under way run out, and what that still
///   brings is held: Dispatch cannot take a read back without closing the channel.
/// - Regions are taken one by one; asking for all of a `DispatchData` at once copies it when it has several. None of
///   them is kept: each pins a buffer of `regionBytes`, however few bytes came.
/// - It closes with `.stop`, since otherwise a pending read delays the end until the peer sends something.
///
/// Confined to the channel's queue, which is what makes it safe to send to Dispatch's handlers.
final class InboundStream: @unchecked Sendable {
    enum Event {
        /// It is this stream's turn: whatever the peer sends is read from now on.
        case opened
        case bytes(UnsafeRawBufferPointer)
        case end
        case failure(errno: Int32)
    }

    private enum Phase {
        case new
        case waitingToOpen
        case opening
        case open
        case stopped
    }

    private let descriptor: Int32
    private let queue: DispatchQueue
    private let limits: ChannelLimits
    private let gate: ChannelGate
    private var phase = Phase.new
    private var io: DispatchIO?
    private var deliver: ((Event) -> Void)?
    private var onReleased: (() -> Void)?
    /// Bytes that the read under way may still bring; nil when there is none.
    private var outstanding: Int?
    private var isPaused = false
    private var hasEnded = false
    /// What came in after a pause, and the end if it came too.
    private var held: [UInt8] = []
    private var holdsEnd = false

    init(descriptor: Int32, queue: DispatchQueue, limits: ChannelLimits, gate: ChannelGate) {
        self.descriptor = descriptor
        self.queue = queue
        self.limits = limits
        self.gate = gate
    }

    /// Begins to read. `deliver` is let go after `stop` and after a failure.
    func start(_ deliver: @escaping (Event) -> Void) {
        guard phase == .new else { return }
        self.deliver = deliver
        phase = .waitingToOpen
        gate.enter(on: queue) { [self] pass in open(pass) }
    }

    func pause() {
        isPaused = true
    }

    /// Delivers what was held, and reads on unless that paused again.
    func resume() {
        guard isPaused else { return }
        isPaused = false
        if !held.isEmpty {
            let bytes = held
            held = []
            bytes.withUnsafeBytes { deliver?(.bytes($0)) }
        }
        guard !isPaused, phase != .stopped else { return }
        if holdsEnd {
            holdsEnd = false
            deliver?(.end)
        } else {
            read()
        }
    }

    /// Stops reading for good. Dispatch lets go of the descriptor only when `onReleased` runs, on the queue.
    func stop(_ onReleased: @escaping () -> Void) {
        let before = phase
        guard before != .stopped else { return }
        phase = .stopped
        deliver = nil
        held = []
        self.onReleased = onReleased
        switch before {
        case .new: released()
        case .open: closeChannel()
        // The steps of opening see the phase and finish the job.
        case .waitingToOpen, .opening, .stopped: break
        }
    }

    private func open(_ pass: ChannelGate.Pass) {
        guard phase == .waitingToOpen else {
            gate.leave(pass)
            released()
            return
        }
        phase = .opening
        let io = DispatchIO(type: .stream, fileDescriptor: descriptor, queue: queue) { [self] _ in released() }
        io.setTarget(queue: queue)
        io.setLimit(lowWater: 1)
        io.setLimit(highWater: limits.regionBytes)
        self.io = io
        // A barrier runs once the channel is set up; behind a read it would never run.
        io.barrier { [self] in queue.async { [self] in opened(pass) } }
    }

    private func opened(_ pass: ChannelGate.Pass) {
        gate.leave(pass)
        if phase == .opening {
            phase = .open
            deliver?(.opened)
            read()
        } else {
            closeChannel()
        }
    }

    private func read() {
        guard let io, phase == .open, outstanding == nil, !isPaused, !hasEnded else { return }
        outstanding = limits.readAheadBytes
        io.read(offset: 0, length: limits.readAheadBytes, queue: queue) { [self] done, data, error in
            received(data, done: done, error: error)
        }
    }

    private func received(_ data: DispatchData?, done: Bool, error: Int32) {
        guard phase == .open else { return }
        if let data {
            outstanding? -= data.count
            data.enumerateBytes { region, _, stop in
                receive(UnsafeRawBufferPointer(region))
                stop = phase != .open
            }
        }
        guard done, phase == .open else { return }
        let isShort = (outstanding ?? 0) > 0
        outstanding = nil
        if error != 0 {
            hasEnded = true
            deliver?(.failure(errno: error))
        } else if isShort {
            hasEnded = true
            if isPaused {
                holdsEnd = true
            } else {
                deliver?(.end)
            }
        } else {
            read()
        }
    }

    private func receive(_ region: UnsafeRawBufferPointer) {
        guard !region.isEmpty else { return }
        if isPaused {
            held.append(contentsOf: region)
        } else {
            deliver?(.bytes(region))
        }
    }

    private func closeChannel() {
        gate.enter(on: queue) { [self] pass in
            let released = onReleased
            onReleased = { [gate] in
                gate.leave(pass)
                released?()
            }
            io?.close(flags: .stop)
            io = nil
        }
    }

    /// Dispatch has let go of the descriptor, or never held it.
    private func released() {
        let action = onReleased
        onReleased = nil
        action?()
    }
}
