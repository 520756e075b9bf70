import CWiredeskKernels

/// What is known of one block, as bytes in the columns of `BlockColumns`.
///
/// A byte holds a count or a measure roughly: what trees ask is only whether it is as much as something.
struct BlockRow {
    let first: UnsafeMutablePointer<UInt8>

    subscript(column: BlockColumn) -> UInt8 {
        @inline(__always) get { first[Int(column.rawValue) * Int(WIREDESK_COLUMN_STRIDE)] }
        @inline(__always) nonmutating set { first[Int(column.rawValue) * Int(WIREDESK_COLUMN_STRIDE)] = newValue }
    }

    /// Writes eight signs to each column from the given one on.
    @inline(__always)
    func set(_ column: BlockColumn, signs: UInt64, bytes: Int) {
        for byte in 0..<bytes {
            first[(Int(column.rawValue) + byte) * Int(WIREDESK_COLUMN_STRIDE)] =
                UInt8(truncatingIfNeeded: signs &>> UInt64(byte * 8))
        }
    }

    /// A measure from 1/1024 on, by its logarithm: eight steps from one power of two to the next.
    @inline(__always)
    static func level(_ measure: Float) -> UInt8 {
        // The exponent and the first three bits behind the point.
        let level = Int32(bitPattern: measure.bitPattern) >> 20 - 935
        return UInt8(truncatingIfNeeded: max(0, min(255, level)))
    }

    /// A share of a whole, in 255 steps.
    @inline(__always)
    static func share(_ share: Float) -> UInt8 {
        // Adding 2^23 leaves the whole number in the lowest bits: a conversion would have to check for what is no number.
        let steps = max(0, min(1, share)) * 255
        return UInt8(truncatingIfNeeded: (steps + 8_388_608).bitPattern)
    }

    /// A share, one more than its steps; 0 for one that is not known, which is negative.
    @inline(__always)
    static func knownShare(_ share: Float) -> UInt8 { share < 0 ? 0 : max(1, Self.share(share)) }

    @inline(__always)
    static func count(_ count: Int) -> UInt8 { UInt8(truncatingIfNeeded: max(0, min(255, count))) }

    /// A distance to either side, 128 for none.
    @inline(__always)
    static func distance(_ distance: Int) -> UInt8 { count(distance + 128) }
}
