/// Collects text as a browser shows it: white space collapsed, character references resolved, invisible characters
/// left out.
struct TextSink: ~Copyable {
    private(set) var bytes: [UInt8] = []
    /// Offsets in the input of the first and past the last character since `begin`.
    private(set) var source = 0..<0
    private var start = 0
    private var isSpacePending = false
    private let references = CharacterReferences.shared
    /// Room for the characters that a reference stands for.
    private var resolved: [UInt8] = []

    /// What a byte needs when it is copied.
    private enum Class: UInt8 { case plain, space, reference, special }

    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: Class.plain.rawValue, count: 256)
        for control in 0...0x20 { classes[control] = Class.space.rawValue }
        classes[0x7F] = Class.space.rawValue
        classes[0x26] = Class.reference.rawValue
        // First bytes of U+0080 to U+00BF, U+2000 to U+2FFF, U+3000 to U+3FFF and U+F000 to U+FFFF.
        for lead in [0xC2, 0xE2, 0xE3, 0xEF] { classes[lead] = Class.special.rawValue }
        return classes
    }()
    private let classes = TextSink.classes

    /// Whether nothing has been collected since `begin`.
    var isEmpty: Bool { bytes.count == start }

    /// Bytes collected since `begin`.
    var count: Int { bytes.count - start }

    mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Begins a new stretch.
    mutating func begin() {
        start = bytes.count
        isSpacePending = false
    }

    /// Ends a line of what has been collected.
    mutating func separate() { bytes.append(0x0A) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        begin()
    }

    /// A break that is as good as white space.
    mutating func space() { isSpacePending = true }

    /// Appends the characters that stand at the range.
    mutating func append(
        _ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, resolvingReferences: Bool = true,
        inAttribute: Bool = false
    ) {
        var scan = range.lowerBound
        let end = range.upperBound
        while scan < end {
            let first = scan
            scan = endOfPlain(input, from: first, end: end)
            if scan > first {
                copy(UnsafeBufferPointer(rebasing: input[first..<scan]), from: first..<scan)
                if scan == end { return }
            }
            switch Class(rawValue: classes[Int(input[scan])]) {
            case .space:
                isSpacePending = true
                scan += 1
                // Markup is indented by long runs.
                while scan < end, input[scan] <= 0x20 { scan += 1 }
            case .reference:
                let next =
                    resolvingReferences
                    ? resolve(input, at: scan, end: end, inAttribute: inAttribute) : nil
                if next == nil {
                    copy(UnsafeBufferPointer(rebasing: input[scan..<(scan + 1)]), from: scan..<(scan + 1))
                }
                scan = next ?? scan + 1
            default:
                if Self.blank(input, at: scan, end: end) == .space { isSpacePending = true }
                scan += min(end - scan, input[scan] < 0xE0 ? 2 : 3)
            }
        }
    }

    /// Where the stretch ends that can be copied as it stands: characters with single spaces between them.
    private func endOfPlain(_ input: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> Int {
        classes.withUnsafeBufferPointer { classes in
            var scan = start
            while scan < end {
                let byte = input[scan]
                let kind = classes[Int(byte)]
                if kind == Class.plain.rawValue {
                    scan += 1
                } else if byte == 0x20 {
                    guard scan > start, scan + 1 < end, classes[Int(input[scan + 1])] == Class.plain.rawValue else {
                        break
                    }
                    scan += 2
                } else if kind == Class.special.rawValue, Self.blank(input, at: scan, end: end) == .none {
                    scan += min(end - scan, byte < 0xE0 ? 2 : 3)
                } else {
                    break
                }
            }
            return scan
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
            guard let first = characters.first else { return }
            if first <= 0x20 || first == 0x7F {
                isSpacePending = true
                return
            }
            switch Self.blank(characters, at: 0, end: characters.count) {
            case .none: copy(characters, from: start..<next)
            case .space: isSpacePending = true
            case .invisible: break
            }
        }
        return next
    }

    private enum Blank { case none, space, invisible }

    /// Whether the character at the offset, whose first byte says that it may be, is one of Unicode's spaces or
    /// invisible.
    @inline(__always)
    private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Blank {
        if bytes[start] == 0xC2, start + 1 < end {
            switch bytes[start + 1] {
            // C1 controls and the soft hyphen.
            case 0x80...0x84, 0x86...0x9F, 0xAD: return .invisible
            case 0x85, 0xA0: return .space
            default: return .none
            }
        }
        guard start + 2 < end else { return .none }
        switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
        // The spaces of U+2000, the line and paragraph separators, U+202F, U+205F and U+3000.
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            return .space
        // Zero-width space, word joiner and byte order mark. Joiners and direction marks are part of words.
        case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return .invisible
        default: return .none
        }
    }

    @inline(__always)
    private mutating func copy(_ characters: UnsafeBufferPointer<UInt8>, from place: Range<Int>) {
        if bytes.count == start {
            source = place
        } else {
            source = source.lowerBound..<place.upperBound
            if isSpacePending { bytes.append(0x20) }
        }
        isSpacePending = false
        bytes.append(contentsOf: characters)
    }
}
