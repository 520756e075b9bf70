/// Counts the bytes of each kind in a text, all kinds at once and without a jump that a processor has to guess.
struct ByteTally {
    /// Bytes that continue a character.
    private(set) var continuations = 0
    private(set) var spaces = 0
    /// Commas and semicolons.
    private(set) var commas = 0
    private(set) var digits = 0
    private(set) var capitals = 0
    private(set) var bars = 0
    private(set) var atSigns = 0
    /// Full stops, exclamation and question marks before a space or at the end.
    private(set) var sentenceEnds = 0
    /// Capitals behind a space or at the start.
    private(set) var initials = 0

    /// The kinds, each by the bits of a word that count it.
    private enum Kind {
        static let continuation = 0
        static let space = 8
        static let comma = 16
        static let digit = 24
        static let capital = 32
        static let bar = 40
        static let mark = 48
        static let atSign = 56
    }

    /// For each byte a one in the bits of its kind.
    private static let ones: [UInt64] = (0...255).map { (byte: Int) -> UInt64 in
        switch byte {
        case 0x80...0xBF: 1 << Kind.continuation
        case 0x20: 1 << Kind.space
        case 0x2C, 0x3B: 1 << Kind.comma
        case 0x30...0x39: 1 << Kind.digit
        case 0x41...0x5A: 1 << Kind.capital
        case 0x7C: 1 << Kind.bar
        case 0x2E, 0x21, 0x3F: 1 << Kind.mark
        case 0x40: 1 << Kind.atSign
        default: 0
        }
    }

    /// No count of eight bits overflows in so many bytes.
    private static let chunk = 255

    init(_ text: UnsafeBufferPointer<UInt8>) {
        Self.ones.withUnsafeBufferPointer { ones in
            var before: UInt64 = 1 << Kind.space
            var start = 0
            while start < text.count {
                let end = min(text.count, start + Self.chunk)
                var sum: UInt64 = 0
                for index in start..<end {
                    let one = ones[Int(text[index])]
                    sum &+= one
                    sentenceEnds += Int(truncatingIfNeeded: before &>> 48 & one &>> 8 & 1)
                    initials += Int(truncatingIfNeeded: before &>> 8 & one &>> 32 & 1)
                    before = one
                }
                add(sum)
                start = end
            }
            sentenceEnds += Int(truncatingIfNeeded: before >> 48 & 1)
        }
    }

    private mutating func add(_ sum: UInt64) {
        func count(_ kind: Int) -> Int { Int(truncatingIfNeeded: sum >> UInt64(kind) & 0xFF) }
        continuations += count(Kind.continuation)
        spaces += count(Kind.space)
        commas += count(Kind.comma)
        digits += count(Kind.digit)
        capitals += count(Kind.capital)
        bars += count(Kind.bar)
        atSigns += count(Kind.atSign)
    }
}
