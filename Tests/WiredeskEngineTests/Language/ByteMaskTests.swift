import Testing

@testable import WiredeskEngine

@Suite struct ByteMaskTests {
    private static let letters = ByteSet((0..<0x80).filter(\.isLetter))

    /// Texts whose ends fall on every place of a word of the mask and of a vector of bytes.
    @Test(arguments: 0..<200) func findsWhatALoopFinds(length: Int) {
        var random = SplitMix64(seed: UInt64(length))
        for set in [Self.letters, SentenceScanner.interesting, ByteSet([0])] {
            // Runs of letters, and any byte.
            let bytes = (0..<length).map { _ in
                random.next() % 4 > 0 ? UInt8(0x61 + random.next() % 26) : UInt8(random.next() % 256)
            }
            let mask = bytes.withUnsafeBufferPointer { ByteMask($0, set) }
            let expected = bytes.map { set.low[Int($0 & 15)] & set.high[Int($0 >> 4)] != 0 }
            for start in 0...length {
                let end = Int.random(in: 0...length, using: &random)
                #expect(mask.next(from: start, before: length) == expected[start...].firstIndex(of: true) ?? length)
                #expect(
                    mask.next(from: start, before: end) == expected[..<end].dropFirst(start).firstIndex(of: true) ?? end
                )
                #expect(mask.endOfRun(from: start) == expected[start...].firstIndex(of: false) ?? length)
                #expect(mask.contains(start) == (start < length && expected[start]))
            }
        }
    }

    @Test func setHoldsItsBytesAndNoOther() {
        for byte in UInt8.min...UInt8.max {
            let isHeld = Self.letters.low[Int(byte & 15)] & Self.letters.high[Int(byte >> 4)] != 0
            #expect(isHeld == byte.isLetter)
        }
    }
}
