import Dispatch

/// The wheel's memory: timers in a slab, linked into one list for each spoke, with no allocation once it has grown.
///
/// A timer whose tick lies more than a turn ahead shares its spoke with nearer ones and is passed over until its turn.
struct TimerTable {
    static let spokes = 512

    private struct Entry {
        var generation: UInt64
        var tick: UInt64
        /// Neighbours in the spoke's list, or the next free entry; -1 ends a list.
        var previous: Int
        var next: Int
        /// Whether the entry hangs on its spoke; a due one waits for its queue instead.
        var isLinked: Bool
        var queue: DispatchQueue?
        var action: (@Sendable () -> Void)?
    }

    private var entries: [Entry] = []
    private var heads = [Int](repeating: -1, count: spokes)
    private var free = -1
    private var generation: UInt64 = 0
    /// Ticks up to this one have been taken.
    private var takenTick: UInt64 = 0
    private(set) var count = 0

    mutating func insert(tick: UInt64, queue: DispatchQueue, action: @escaping @Sendable () -> Void) -> TimerToken {
        // A tick that has been taken would not come round for a whole turn.
        let tick = max(tick, takenTick + 1)
        let spoke = Int(tick % UInt64(Self.spokes))
        generation += 1
        let entry = Entry(
            generation: generation, tick: tick, previous: -1, next: heads[spoke], isLinked: true, queue: queue,
            action: action)
        let slot: Int
        if free >= 0 {
            slot = free
            free = entries[slot].next
            entries[slot] = entry
        } else {
            slot = entries.count
            entries.append(entry)
        }
        if heads[spoke] >= 0 { entries[heads[spoke]].previous = slot }
        heads[spoke] = slot
        count += 1
        return TimerToken(slot: slot, generation: generation)
    }

    /// Takes a timer out and gives its action; nil when it ran or was removed before.
    mutating func remove(_ token: TimerToken) -> (@Sendable () -> Void)? {
        guard entries.indices.contains(token.slot), entries[token.slot].generation == token.generation,
            let action = entries[token.slot].action
        else { return nil }
        unlink(token.slot)
        entries[token.slot].action = nil
        entries[token.slot].queue = nil
        entries[token.slot].next = free
        free = token.slot
        count -= 1
        return action
    }

    /// The timers due at or before a tick, in the order of their ticks and, within one, of their scheduling. They
    /// leave their spokes but can still be removed.
    mutating func takeDue(through now: UInt64) -> [(TimerToken, DispatchQueue)] {
        guard now > takenTick else { return [] }
        var due: [Int] = []
        // After a turn or more every spoke has been passed.
        for offset in 1...min(now - takenTick, UInt64(Self.spokes)) {
            var slot = heads[Int((takenTick + offset) % UInt64(Self.spokes))]
            while slot >= 0 {
                let next = entries[slot].next
                if entries[slot].tick <= now {
                    unlink(slot)
                    due.append(slot)
                }
                slot = next
            }
        }
        takenTick = now
        due.sort { (entries[$0].tick, entries[$0].generation) < (entries[$1].tick, entries[$1].generation) }
        return due.compactMap { slot in
            entries[slot].queue.map { (TimerToken(slot: slot, generation: entries[slot].generation), $0) }
        }
    }

    /// The first tick after `now` whose spoke holds anything, be it due then or turns later.
    func nextTick(after now: UInt64) -> UInt64? {
        guard count > 0 else { return nil }
        for offset in 1...UInt64(Self.spokes) where heads[Int((now + offset) % UInt64(Self.spokes))] >= 0 {
            return now + offset
        }
        return nil
    }

    private mutating func unlink(_ slot: Int) {
        let entry = entries[slot]
        guard entry.isLinked else { return }
        if entry.previous >= 0 {
            entries[entry.previous].next = entry.next
        } else {
            heads[Int(entry.tick % UInt64(Self.spokes))] = entry.next
        }
        if entry.next >= 0 { entries[entry.next].previous = entry.previous }
        entries[slot].isLinked = false
        entries[slot].previous = -1
        entries[slot].next = -1
    }
}
