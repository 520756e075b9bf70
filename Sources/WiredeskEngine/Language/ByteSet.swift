/// A set of bytes in the form in which `ByteMask` asks for it: a byte is in it when the entries of its two halves have
/// a bit in common.
struct ByteSet {
    let low: [UInt8]
    let high: [UInt8]

    /// - Parameter bytes: of at most eight different upper halves, or such that no more than eight of the upper halves
    ///   have different lower ones.
    init(_ bytes: some Sequence<UInt8>) {
        var lowerHalves = [UInt16](repeating: 0, count: 16)
        for byte in bytes { lowerHalves[Int(byte >> 4)] |= 1 << UInt16(byte & 15) }
        // Upper halves that go with the same lower ones share a bit.
        var groups: [UInt16] = []
        var low = [UInt8](repeating: 0, count: 16)
        var high = [UInt8](repeating: 0, count: 16)
        for (half, lower) in lowerHalves.enumerated() where lower != 0 {
            let group = groups.firstIndex(of: lower) ?? groups.count
            if group == groups.count { groups.append(lower) }
            precondition(group < 8, "too many kinds of upper halves")
            high[half] = 1 << UInt8(group)
            for index in 0..<16 where lower & 1 << UInt16(index) != 0 { low[index] |= 1 << UInt8(group) }
        }
        self.low = low
        self.high = high
    }
}
