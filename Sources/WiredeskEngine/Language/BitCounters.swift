/// Counts for each of 64 bits how often it is set, all bits at once: plane `k` holds bit `k` of every count.
struct BitCounters {
    let count: Int
    private var planes = [UInt64](repeating: 0, count: 32)

    init(_ values: [UInt64]) {
        count = values.count
        planes.withUnsafeMutableBufferPointer { planes in
            values.withUnsafeBufferPointer { values in
                var index = 0
                while index + 8 <= values.count {
                    Self.addEight(UnsafeBufferPointer(rebasing: values[index..<(index + 8)]), to: planes)
                    index += 8
                }
                for value in values[index...] { Self.add(value, to: planes, from: 0) }
            }
        }
    }

    private static func add(_ value: UInt64, to planes: UnsafeMutableBufferPointer<UInt64>, from first: Int) {
        var carry = value
        var plane = first
        while carry != 0, plane < planes.count {
            (planes[plane], carry) = (planes[plane] ^ carry, planes[plane] & carry)
            plane += 1
        }
    }

    /// Eight at a time cost little more than one (Harley and Seal; Warren, "Hacker's Delight", 5-1).
    @inline(__always)
    private static func addEight(_ values: UnsafeBufferPointer<UInt64>, to planes: UnsafeMutableBufferPointer<UInt64>) {
        var (ones, twos, fours) = (planes[0], planes[1], planes[2])
        var (first, second, third, fourth, carry) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        (ones, first) = sum(ones, values[0], values[1])
        (ones, second) = sum(ones, values[2], values[3])
        (ones, third) = sum(ones, values[4], values[5])
        (ones, fourth) = sum(ones, values[6], values[7])
        (twos, first) = sum(twos, first, second)
        (twos, second) = sum(twos, third, fourth)
        (fours, carry) = sum(fours, first, second)
        (planes[0], planes[1], planes[2]) = (ones, twos, fours)
        add(carry, to: planes, from: 3)
    }

    /// The sum of three bits, in each of 64 places, and what is carried.
    @inline(__always)
    private static func sum(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> (sum: UInt64, carry: UInt64) {
        let half = first ^ second
        return (half ^ third, first & second | half & third)
    }

    /// The bits that are set in more than half of the values.
    var majority: UInt64 {
        // Every count is compared with half at once, from the highest bit down.
        var larger: UInt64 = 0
        var same = ~UInt64(0)
        for plane in planes.indices.reversed() {
            let half: UInt64 = (count / 2) >> plane & 1 == 1 ? ~0 : 0
            larger |= same & planes[plane] & ~half
            same &= ~(planes[plane] ^ half)
        }
        return larger
    }
}
