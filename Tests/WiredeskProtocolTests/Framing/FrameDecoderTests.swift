import Testing
import WiredeskModel

@testable import WiredeskProtocol

@Suite struct FrameDecoderTests {
    static let frames: [Frame] = [
        Frame(.ping, id: 7, payload: [1, 2, 3]),
        Frame(.cancel, id: 8),
        {
            var extensions = FrameExtensions()
            extensions.deadlineMilliseconds = 250
            extensions.priority = .high
            extensions.trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            return Frame(
                .request, flags: [.extended, .json, .stream], code: 1, id: 9, extensions: extensions,
                payload: Array(repeating: 0x41, count: 300))
        }(),
        Frame(.credit, payload: Array(repeating: 0, count: 8)),
    ]

    private func decode(_ chunks: [ArraySlice<UInt8>], limit: Int = 4096) throws -> [FrameDecoder.Event] {
        var decoder = FrameDecoder(maximumFrame: limit)
        var events: [FrameDecoder.Event] = []
        for chunk in chunks {
            try Array(chunk).withUnsafeBytes { buffer in
                var bytes = buffer
                while let event = try decoder.next(&bytes) { events.append(event) }
                #expect(bytes.isEmpty)
            }
        }
        #expect(!decoder.isMidFrame)
        return events
    }

    private var wire: [UInt8] { Self.frames.flatMap { $0.encoded() } }

    private var events: [FrameDecoder.Event] {
        Self.frames.map { .frame($0, wireLength: $0.encoded().count) }
    }

    @Test func severalFramesInOneRead() throws {
        #expect(try decode([wire[...]]) == events)
    }

    @Test func everySplitPointMeansTheSame() throws {
        for split in 0...wire.count {
            #expect(try decode([wire[..<split], wire[split...]]) == events, "split at \(split)")
        }
    }

    @Test func oneByteAtATimeMeansTheSame() throws {
        #expect(try decode(wire.indices.map { wire[$0...$0] }) == events)
    }

    @Test func anOversizedFrameIsPassedOverAtEverySplit() throws {
        let large = Frame(.request, code: 1, id: 5, payload: Array(repeating: 0, count: 500)).encoded()
        let bytes = large + Self.frames[0].encoded()
        let expected: [FrameDecoder.Event] = [
            .oversized(rawType: FrameType.request.rawValue, id: 5, length: 500),
            .frame(Self.frames[0], wireLength: 19),
        ]
        for split in 0...bytes.count {
            #expect(try decode([bytes[..<split], bytes[split...]], limit: 100) == expected, "split at \(split)")
        }
    }

    @Test func wireLengthIsWhatIsWritten() {
        for frame in Self.frames {
            for withCRC in [false, true] {
                #expect(frame.wireLength(withCRC: withCRC) == frame.encoded(withCRC: withCRC).count)
            }
        }
    }

    @Test func aCRCIsCheckedOnEveryBit() throws {
        let bytes = Self.frames[2].encoded(withCRC: true)
        #expect(throws: Never.self) { try decode([bytes[...]]) }
        // The length itself is left alone: a wrong one is an incomplete frame, not a corrupt one.
        for bit in 32..<(bytes.count * 8) {
            var corrupt = bytes
            corrupt[bit / 8] ^= 1 << (bit % 8)
            var decoder = FrameDecoder(maximumFrame: 4096)
            let frame = try? corrupt.withUnsafeBytes { buffer -> FrameDecoder.Event? in
                var rest = buffer
                return try decoder.next(&rest)
            }
            if case .frame(let frame, _)? = frame {
                // Only flips that take the CRC entry itself away may pass.
                #expect(frame.extensions.crc32 == nil, "bit \(bit)")
            }
        }
    }

    @Test(
        arguments: [
            ("unknown flag", [0x00, 0, 0, 0, 8, 0x10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
            ("flag on a type that has no use for it", [0, 0, 0, 0, 8, 0x02, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
            ("no room for the extension block", [1, 0, 0, 0, 8, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
            ("extension block past the frame", [2, 0, 0, 0, 8, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 4, 0]),
            ("extension entry past its block", [4, 0, 0, 0, 8, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 9, 5]),
            ("deadline of one byte", [5, 0, 0, 0, 8, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 1, 1, 5]),
            ("priority 3", [5, 0, 0, 0, 8, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 3, 1, 3]),
            (
                "priority twice",
                [8, 0, 0, 0, 8, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 6, 0, 3, 1, 1, 3, 1, 1]
            ),
        ] as [(String, [UInt8])])
    func brokenFramesAreRefused(name: String, bytes: [UInt8]) throws {
        var decoder = FrameDecoder(maximumFrame: 4096)
        #expect(throws: WiredeskError.self, "\(name)") {
            try bytes.withUnsafeBytes { buffer in
                var rest = buffer
                _ = try decoder.next(&rest)
            }
        }
    }

    @Test func unknownExtensionsAreSkipped() throws {
        let bytes: [UInt8] =
            [7, 0, 0, 0, 8, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0] + [5, 0, 200, 0, 3, 1, 2]
        guard case .frame(let frame, _)? = try decode([bytes[...]]).first else {
            Issue.record("no frame")
            return
        }
        #expect(frame.extensions.priority == .high)
        #expect(frame.payload.isEmpty)
    }

    @Test func randomBytesNeverTrap() {
        var generator = SplitMix(seed: 1)
        for _ in 0..<20_000 {
            let count = Int(generator.next() % 80)
            var bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            // Half of them with a plausible length, so that the inside is reached.
            if count >= 16, generator.next() % 2 == 0 {
                bytes.replaceSubrange(0..<4, with: UInt32(count - 16).littleEndianBytes)
                bytes[4] = UInt8(generator.next() % 12)
                bytes[5] = UInt8(generator.next() % 32)
            }
            var decoder = FrameDecoder(maximumFrame: 1000)
            bytes.withUnsafeBytes { buffer in
                var rest = buffer
                while (try? decoder.next(&rest)) != nil {}
            }
        }
    }
}
