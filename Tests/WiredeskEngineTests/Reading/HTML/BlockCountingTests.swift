import Testing

@testable import WiredeskEngine

@Suite struct BlockCountingTests {
    @Test(arguments: [
        "", "A", ".", "One, two; 3 | Four. Five! Six?", "a@b.c D", "Zoë’s café. Ende", "x.y .Z. ",
        String(repeating: "Ab. 12, ", count: 200), String(repeating: "…|", count: 300),
    ])
    func talliesBytes(text: String) {
        let bytes = Array(text.utf8)
        let tally = bytes.withUnsafeBufferPointer { ByteTally($0) }
        func count(_ isWanted: (Int, UInt8) -> Bool) -> Int { bytes.enumerated().count { isWanted($0, $1) } }
        #expect(tally.continuations == bytes.count - text.unicodeScalars.count)
        #expect(tally.spaces == count { $1 == 0x20 })
        #expect(tally.commas == count { $1 == 0x2C || $1 == 0x3B })
        #expect(tally.digits == count { $1.isDigit })
        #expect(tally.capitals == count { $1.isUppercase })
        #expect(tally.bars == count { $1 == 0x7C })
        #expect(tally.atSigns == count { $1 == 0x40 })
        #expect(tally.initials == count { $1.isUppercase && ($0 == 0 || bytes[$0 - 1] == 0x20) })
        #expect(
            tally.sentenceEnds
                == count { [0x2E, 0x21, 0x3F].contains($1) && ($0 + 1 == bytes.count || bytes[$0 + 1] == 0x20) })
    }

    @Test func findsWhatTextsShare() {
        let bridge = "The council said on Monday that the old bridge stays closed."
        let ferry = "A ferry will run from the harbour every hour until the spring."
        var index = ShingleIndex(Array(bridge.utf8), [], Array((bridge + ferry).utf8))
        let holds = index.holds
        #expect(holds.0 && !holds.1 && holds.2)
        let shouted = Array(bridge.uppercased().utf8).withUnsafeBufferPointer { index.overlap(of: $0) }
        #expect(shouted.shingles > 20)
        #expect(shouted.shared.0 == shouted.shingles)
        #expect(shouted.shared.1 == 0)
        #expect(shouted.shared.2 == shouted.shingles)
        let other = Array(ferry.utf8).withUnsafeBufferPointer { index.overlap(of: $0) }
        #expect(other.shared.0 == 0)
        #expect(other.shared.2 == other.shingles)
        let short = Array("The old bridge".utf8).withUnsafeBufferPointer { index.overlap(of: $0) }
        #expect(short.shingles == 0)
    }

    @Test func numbersHashesAsTheyAppear() {
        var numbering = HashNumbering(capacity: 6)
        let numbers = ([7, 0, 7, 9, 0, .max] as [UInt64]).map { numbering.number(of: $0) }
        #expect(numbers == [0, 1, 0, 2, 1, 3])
        #expect(numbering.count == 4)
        let isNew = ([9, 10] as [UInt64]).map { numbering.insert($0) }
        #expect(isNew == [false, true])
    }
}
