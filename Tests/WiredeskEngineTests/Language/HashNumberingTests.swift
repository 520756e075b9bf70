import Testing

@testable import WiredeskEngine

@Suite struct HashNumberingTests {
    @Test func keepsItsNumbersAsItGrows() {
        var generator = SeededGenerator(state: 3)
        let hashes = (0..<500).map { _ in UInt64.random(in: 0...(.max), using: &generator) }
        var numbering = HashNumbering(capacity: 0)
        for (number, hash) in hashes.enumerated() {
            #expect(numbering.find(hash) == nil)
            let given = numbering.number(of: hash)
            #expect(given == number)
        }
        #expect(numbering.count == hashes.count)
        for (number, hash) in hashes.enumerated() { #expect(numbering.find(hash) == number) }
    }
}
