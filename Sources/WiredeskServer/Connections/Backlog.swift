import WiredeskTransport

/// Bytes of replies that wait, in the whole server, for clients to read them. Past the limit, whoever has taken nothing for
/// the longest is to be sent away: who reads keeps his place, however many others do not.
final class Backlog: Sendable {
    private struct Entry {
        var bytes: Int
        /// When the client last took something; at first, when it fell behind.
        var movedAt: UInt64
    }

    private struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var total = 0
    }

    let limit: Int
    private let state = Locked(State())

    init(limit: Int) {
        self.limit = limit
    }

    var total: Int { state.withLock { $0.total } }

    /// - Parameters:
    ///   - bytes: what waits for this client now; 0 when it has taken everything or has gone.
    ///   - hasMoved: whether it has taken some since the last time.
    ///   - now: of a clock that never goes back.
    /// - Returns: who is to be sent away. What waits for them is not counted any more.
    func update(_ client: ObjectIdentifier, bytes: Int, hasMoved: Bool, now: UInt64) -> [ObjectIdentifier] {
        state.withLock { state in
            let before = state.entries[client]
            state.total += bytes - (before?.bytes ?? 0)
            state.entries[client] =
                bytes == 0 ? nil : Entry(bytes: bytes, movedAt: hasMoved ? now : before?.movedAt ?? now)
            var idlers: [ObjectIdentifier] = []
            while state.total > limit, let idler = state.entries.min(by: { $0.value.movedAt < $1.value.movedAt }) {
                state.entries[idler.key] = nil
                state.total -= idler.value.bytes
                idlers.append(idler.key)
            }
            return idlers
        }
    }
}
