/// Adds up rows of 32 bytes column by column. Even and odd columns are kept apart, so that a vector of 16-bit numbers
/// holds every second one without any conversion, and so on once more for the sums of all words.
struct ByteColumnSums {
    static let columns = 32

    /// The sums of one word's rows: at most 257 of them, then a column may overflow.
    struct Word {
        fileprivate var even = SIMD16<UInt16>(repeating: 0)
        fileprivate var odd = SIMD16<UInt16>(repeating: 0)

        @inline(__always)
        mutating func add(_ row: UnsafeRawPointer) {
            let pairs = row.loadUnaligned(as: SIMD16<UInt16>.self)
            even &+= pairs & 0xFF
            odd &+= pairs &>> 8
        }
    }

    /// Columns 0, 4, 8 …, then 1, 5, 9 …, and so on.
    private var sums = (
        SIMD8<UInt32>(repeating: 0), SIMD8<UInt32>(repeating: 0), SIMD8<UInt32>(repeating: 0),
        SIMD8<UInt32>(repeating: 0)
    )

    mutating func add(_ word: Word) {
        let even = unsafeBitCast(word.even, to: SIMD8<UInt32>.self)
        let odd = unsafeBitCast(word.odd, to: SIMD8<UInt32>.self)
        sums.0 &+= even & 0xFFFF
        sums.1 &+= odd & 0xFFFF
        sums.2 &+= even &>> 16
        sums.3 &+= odd &>> 16
    }

    subscript(column: Int) -> Int {
        let row = column >> 2
        return switch column & 3 {
        case 0: Int(sums.0[row])
        case 1: Int(sums.1[row])
        case 2: Int(sums.2[row])
        default: Int(sums.3[row])
        }
    }
}
