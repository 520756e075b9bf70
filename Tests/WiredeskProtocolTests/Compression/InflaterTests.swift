import Testing
import WiredeskModel

@testable import WiredeskProtocol

@Suite struct InflaterTests {
    private let raw = Array("The desk takes the story in. ".utf8) + Array(repeating: UInt8(0x61), count: 5000)

    private func failure(_ bytes: [UInt8], _ length: Int) -> ErrorCode? {
        do throws(WiredeskError) {
            _ = try Inflater().inflate(bytes, rawLength: length)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func roundTripAndReuse() throws {
        let inflater = Inflater()
        let deflater = Deflater()
        for count in [0, 1, 100, raw.count] {
            let part = Array(raw.prefix(count))
            #expect(try inflater.inflate(deflater.deflate(part), rawLength: count) == part)
            // A failure leaves the stream fit for the next.
            #expect(throws: WiredeskError.self) { try inflater.inflate([1, 2, 3], rawLength: 10) }
        }
    }

    @Test func declaredLengthsThatLie() {
        let compressed = Deflater().deflate(raw)
        #expect(failure(compressed, raw.count - 1) == .lengthMismatch)
        #expect(failure(compressed, raw.count + 1) == .lengthMismatch)
        #expect(failure(compressed, 0) == .lengthMismatch)
    }

    @Test func everyTruncationIsRefused() {
        let compressed = Deflater().deflate(raw)
        for count in 0..<compressed.count {
            #expect(failure(Array(compressed.prefix(count)), raw.count) == .badCompression, "first \(count) bytes")
        }
    }

    @Test func corruptAndTrailingBytesAreRefused() {
        let compressed = Deflater().deflate(raw)
        #expect(failure(compressed + [0], raw.count) == .badCompression)
        var corrupt = compressed
        corrupt[corrupt.count - 1] ^= 1
        #expect(failure(corrupt, raw.count) == .badCompression, "the Adler-32 is checked")
        #expect(failure([0x78, 0xBB, 0, 0, 0, 0], 10) == .badCompression, "a preset dictionary")
    }

    @Test func aBombMakesNoMoreThanItDeclares() {
        let bomb = Deflater(level: 9).deflate(Array(repeating: 0, count: 8 << 20))
        #expect(bomb.count < 10_000)
        #expect(failure(bomb, 1000) == .lengthMismatch)
    }
}
