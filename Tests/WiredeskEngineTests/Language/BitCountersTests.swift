import Testing

@testable import WiredeskEngine

@Suite struct BitCountersTests {
    /// Even and odd numbers, and those that leave some over from the groups of eight.
    @Test(arguments: [0, 1, 2, 3, 7, 8, 9, 16, 100, 255, 256, 1000, 1001]) func majorityIsWhatCountingGives(count: Int)
    {
        var random = SplitMix64(seed: UInt64(count))
        // A bit that is set often, one seldom, one in exactly half.
        let values = (0..<count).map { index in
            random.next() & random.next() | random.next() & 0xFF | (index % 2 == 0 ? 1 << 63 : 0)
        }
        var expected: UInt64 = 0
        for bit in UInt64(0)..<64 where values.count(where: { $0 >> bit & 1 == 1 }) * 2 > count {
            expected |= 1 << bit
        }
        #expect(BitCounters(values).majority == expected)
    }
}
