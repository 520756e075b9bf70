import WiredeskModel

/// The extension block of a frame (protocol.md, "Extensions").
package struct FrameExtensions: Sendable, Hashable {
    package enum Priority: UInt8, Sendable {
        case low = 0
        case normal = 1
        case high = 2
    }

    private enum Kind: UInt8 {
        case deadline = 1
        case rawLength = 2
        case priority = 3
        case trace = 4
        case crc32 = 5
    }

    /// Time the caller will wait, in milliseconds from the frame's arrival.
    package var deadlineMilliseconds: UInt32?
    /// Bytes of the payload after inflation.
    package var rawLength: UInt32?
    package var priority: Priority?
    /// W3C traceparent.
    package var trace: String?
    /// CRC-32 of the frame with these four bytes as zero.
    package var crc32: UInt32?
    /// Where the CRC's value stands, in bytes from the block's start.
    private(set) var crcOffset: Int?

    package init() {}

    /// Whether there is nothing to write.
    package var isEmpty: Bool { self == FrameExtensions() }

    /// Reads a block: its entries, without the length before them.
    init(_ entries: UnsafeRawBufferPointer) throws(WiredeskError) {
        var position = 0
        var seen: UInt8 = 0
        while position < entries.count {
            guard entries.count - position >= 2, entries.count - position - 2 >= Int(entries[position + 1]) else {
                throw WiredeskError(.badFrame, "extension entry runs past its block")
            }
            let kind = Kind(rawValue: entries[position])
            let start = position + 2
            let value = UnsafeRawBufferPointer(rebasing: entries[start..<(start + Int(entries[position + 1]))])
            position = start + value.count
            guard let kind else { continue }
            guard seen & 1 << kind.rawValue == 0 else {
                throw WiredeskError(.badFrame, "extension \(kind.rawValue) twice")
            }
            seen |= 1 << kind.rawValue
            try set(kind, value, at: start)
        }
    }

    private mutating func set(_ kind: Kind, _ value: UnsafeRawBufferPointer, at offset: Int) throws(WiredeskError) {
        let wrong = WiredeskError(.badFrame, "extension \(kind.rawValue) with a wrong length or value")
        switch kind {
        case .deadline, .rawLength, .crc32:
            guard value.count == 4 else { throw wrong }
            let number = UInt32(littleEndian: value.loadUnaligned(as: UInt32.self))
            switch kind {
            case .deadline: deadlineMilliseconds = number
            case .rawLength: rawLength = number
            default:
                crc32 = number
                crcOffset = offset
            }
        case .priority:
            guard value.count == 1, let priority = Priority(rawValue: value[0]) else { throw wrong }
            self.priority = priority
        case .trace:
            guard Self.isTrace(value) else { throw wrong }
            trace = String(decoding: value, as: UTF8.self)
        }
    }

    /// Whether these bytes may stand in a TRACE.
    package static func isTrace(_ bytes: some Collection<UInt8>) -> Bool {
        (1...FrameLimits.traceBytes).contains(bytes.count) && bytes.allSatisfy { (0x21..<0x7F).contains($0) }
    }

    /// Appends the block, length first.
    func append(to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: [0, 0])
        func entry(_ kind: Kind, _ value: some Collection<UInt8>) {
            bytes.append(kind.rawValue)
            bytes.append(UInt8(value.count))
            bytes.append(contentsOf: value)
        }
        if let deadlineMilliseconds { entry(.deadline, deadlineMilliseconds.littleEndianBytes) }
        if let rawLength { entry(.rawLength, rawLength.littleEndianBytes) }
        if let priority { entry(.priority, CollectionOfOne(priority.rawValue)) }
        if let trace { entry(.trace, trace.utf8) }
        if let crc32 { entry(.crc32, crc32.littleEndianBytes) }
        bytes.replaceSubrange(start..<(start + 2), with: UInt16(bytes.count - start - 2).littleEndianBytes)
    }

    package static func == (left: FrameExtensions, right: FrameExtensions) -> Bool {
        left.deadlineMilliseconds == right.deadlineMilliseconds && left.rawLength == right.rawLength
            && left.priority == right.priority && left.trace == right.trace && left.crc32 == right.crc32
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(deadlineMilliseconds)
        hasher.combine(rawLength)
        hasher.combine(priority)
        hasher.combine(trace)
        hasher.combine(crc32)
    }
}
