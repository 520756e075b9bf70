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
}
