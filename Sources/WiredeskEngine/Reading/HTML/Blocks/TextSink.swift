import CWiredeskKernels

/// Collects text as a browser shows it: white space collapsed, character references resolved, invisible characters
/// left out.
struct TextSink: ~Copyable {
    private var buffer: ByteBuffer
    /// Offsets in the input of the first and past the last character since `begin`.
    private(set) var source = 0..<0
    private var start = 0
    private var isSpacePending = false
    private var isBreakPending = false
    /// Line breaks with text on both sides, in order.
    private(set) var lineBreaks: [PageLineBreak] = []
    private let references = CharacterReferences.shared
    /// Room for the characters that a reference stands for.
    private var resolved: [UInt8] = []

    /// - Parameter capacity: bytes that there is room for at first.
    init(capacity: Int = 256) { buffer = ByteBuffer(capacity: capacity) }

    /// All that has been collected; valid until the next change.
    var bytes: UnsafeBufferPointer<UInt8> { buffer.bytes }

    /// Whether nothing has been collected since `begin`.
    var isEmpty: Bool { buffer.count == start }

    /// Bytes collected since `begin`.
    var count: Int { buffer.count - start }

    /// Begins a new stretch.
    mutating func begin() {
        start = buffer.count
        isSpacePending = false
        isBreakPending = false
    }

    /// Ends a line of what has been collected.
    mutating func separate() { buffer.append(0x0A) }

    mutating func removeAll() {
        buffer.removeAll()
        begin()
    }

    /// A break that is as good as white space.
    mutating func space() { isSpacePending = true }

    /// A line break, which shows as white space.
    mutating func breakLine() {
        isSpacePending = true
        isBreakPending = true
    }

    /// Appends the characters that stand at the range.
    mutating func append(
        _ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, resolvingReferences: Bool = true,
        inAttribute: Bool = false
    ) {
        guard let base = input.baseAddress else { return }
        var scan = range.lowerBound
        let end = range.upperBound
        while scan < end {
            let byte = input[scan]
            if byte <= 0x20 {
                isSpacePending = true
                scan = wiredesk_end_of_blanks(base, scan + 1, end, input.count)
                continue
            }
            let first = scan
            scan = wiredesk_end_of_plain_text(base, first, end, input.count)
            if scan > first {
                copy(UnsafeBufferPointer(rebasing: input[first..<scan]), from: first..<scan)
            } else if byte == 0x26 {
                let next =
                    resolvingReferences ? resolve(input, at: scan, end: end, inAttribute: inAttribute) : nil
                if next == nil {
                    copy(UnsafeBufferPointer(rebasing: input[scan..<(scan + 1)]), from: scan..<(scan + 1))
                }
                scan = next ?? scan + 1
            } else if byte == 0x7F {
                isSpacePending = true
                scan += 1
            } else {
                // One of Unicode's spaces, or nothing that is seen.
                if wiredesk_look_at(base, scan, end) == wiredesk_space { isSpacePending = true }
                scan += min(end - scan, byte < 0xE0 ? 2 : 3)
            }
        }
    }

    private mutating func resolve(
        _ input: UnsafeBufferPointer<UInt8>, at start: Int, end: Int, inAttribute: Bool
    ) -> Int? {
        resolved.removeAll(keepingCapacity: true)
        guard let next = references.resolve(input, at: start, end: end, inAttribute: inAttribute, into: &resolved)
        else {
            return nil
        }
        let characters = resolved
        characters.withUnsafeBufferPointer { characters in
            guard let base = characters.baseAddress, let first = characters.first else { return }
            if first <= 0x20 || first == 0x7F {
                isSpacePending = true
                return
            }
            switch wiredesk_look_at(base, 0, characters.count) {
            case wiredesk_seen: copy(characters, from: start..<next)
            case wiredesk_space: isSpacePending = true
            default: break
            }
        }
        return next
    }

    @inline(__always)
    private mutating func copy(_ characters: UnsafeBufferPointer<UInt8>, from place: Range<Int>) {
        if buffer.count == start {
            source = place
        } else {
            if isSpacePending { endWord(before: place) }
            source = source.lowerBound..<place.upperBound
        }
        isSpacePending = false
        buffer.append(characters)
    }

    private mutating func endWord(before place: Range<Int>) {
        buffer.append(0x20)
        guard isBreakPending else { return }
        isBreakPending = false
        lineBreaks.append(PageLineBreak(next: buffer.count, source: source.upperBound..<place.lowerBound))
    }
}
