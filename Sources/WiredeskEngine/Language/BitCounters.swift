/// Counts for each of 64 bits how often it was set, all bits at once: plane `k` holds bit `k` of every count.
struct BitCounters {
    private(set) var count = 0
    private var planes: [UInt64] = Array(repeating: 0, count: 32)
    /// What waits to be added: eight at a time cost little more than one (Harley and Seal).
    private var waiting = SIMD8<UInt64>(repeating: 0)

    mutating func add(_ bits: UInt64) {
        waiting[count & 7] = bits
        count += 1
        if count & 7 == 0 { addWaiting() }
    }

    private mutating func addWaiting() {
        var ones = planes[0]
        var (first, second, third, fourth) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        (ones, first) = Self.sum(ones, waiting[0], waiting[1])
        (ones, second) = Self.sum(ones, waiting[2], waiting[3])
        (ones, third) = Self.sum(ones, waiting[4], waiting[5])
        (ones, fourth) = Self.sum(ones, waiting[6], waiting[7])
        var twos = planes[1]
        (twos, first) = Self.sum(twos, first, second)
        (twos, second) = Self.sum(twos, third, fourth)
        var carry: UInt64
        (planes[2], carry) = Self.sum(planes[2], first, second)
        planes[0] = ones
        planes[1] = twos
        var plane = 3
        while carry != 0, plane < planes.count {
            (planes[plane], carry) = (planes[plane] ^ carry, planes[plane] & carry)
            plane += 1
        }
        waiting = SIMD8(repeating: 0)
    }

    /// The sum of three bits, in each of 64 places, and what is carried.
    @inline(__always)
    private static func sum(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> (sum: UInt64, carry: UInt64) {
        let half = first ^ second
        return (half ^ third, first & second | half & third)
    }

    /// The bits that were set in more than half of what was added.
    var majority: UInt64 {
        var all = self
        all.addWaiting()
        var result: UInt64 = 0
        for bit in 0..<64 {
            var total = 0
            for (plane, bits) in all.planes.enumerated() { total += Int(bits >> UInt64(bit) & 1) << plane }
            if total * 2 > count { result |= 1 << UInt64(bit) }
        }
        return result
    }
}
