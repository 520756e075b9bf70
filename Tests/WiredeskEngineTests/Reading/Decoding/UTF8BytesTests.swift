import Testing

@testable import WiredeskEngine

@Suite struct UTF8BytesTests {
    private func isValid(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer(UTF8Bytes.isValid) }

    /// Every kind of character and of broken one, on every place in the 64 bytes that are looked at together.
    @Test(arguments: [
        "é", "€", "🙂", "\u{D7FF}\u{E000}\u{10FFFF}", "plain",
    ])
    func acceptsCharactersAnywhere(text: String) {
        for before in 0..<70 {
            for after in [0, 1, 7, 64, 130] {
                let bytes =
                    [UInt8](repeating: 0x61, count: before) + Array(text.utf8) + [UInt8](repeating: 0x62, count: after)
                #expect(isValid(bytes))
            }
        }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x99], [0xFF], [0xC3, 0x28],
        ] as [[UInt8]])
    func refusesBrokenOnesAnywhere(broken: [UInt8]) {
        for before in 0..<70 {
            for after in [0, 1, 7, 64, 130] {
                let bytes = [UInt8](repeating: 0x61, count: before) + broken + [UInt8](repeating: 0x62, count: after)
                #expect(bytes.withUnsafeBufferPointer(UTF8Bytes.validPrefix) == before)
            }
        }
    }

    @Test func vectorsFindWhatALoopFinds() {
        var random = SeededGenerator(state: 3)
        let characters = ["a", "bcd", "é", "и", "€", "日", "🙂", "\u{10FFFF}", String(repeating: "plain", count: 20)]
        for _ in 0..<5000 {
            var bytes = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
                Array(characters.randomElement(using: &random)!.utf8)
            }
            if Bool.random(using: &random), let place = bytes.indices.randomElement(using: &random) {
                bytes[place] = UInt8.random(in: 0x70...0xFF, using: &random)
            }
            bytes.withUnsafeBufferPointer { bytes in
                #expect(UTF8Bytes.validPrefix(of: bytes) == UTF8Bytes.validPrefix(of: bytes, from: 0))
            }
        }
    }
}
