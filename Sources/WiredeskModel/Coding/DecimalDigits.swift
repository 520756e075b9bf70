/// Numbers as JSON writes them.
enum DecimalDigits {
    /// How many digits a number has.
    @inline(__always)
    static func count(of value: UInt) -> Int {
        var count = 1
        var bound: UInt = 10
        while value >= bound {
            count &+= 1
            let (next, isOver) = bound.multipliedReportingOverflow(by: 10)
            if isOver { break }
            bound = next
        }
        return count
    }

    /// Writes the last so many digits of a number, with zeros before it where it has fewer.
    @inline(__always)
    static func put(_ value: UInt, count: Int, at place: UnsafeMutableRawPointer) {
        var rest = value
        for offset in stride(from: count - 1, through: 0, by: -1) {
            let tenth = rest / 10
            place.storeBytes(
                of: 0x30 | UInt8(truncatingIfNeeded: rest &- tenth &* 10), toByteOffset: offset, as: UInt8.self)
            rest = tenth
        }
    }
}
