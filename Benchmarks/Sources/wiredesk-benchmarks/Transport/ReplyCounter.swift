import WiredeskProtocol

/// Counts the answers in a stream of frames, however the bytes are split. CREDIT comes beside answers and is none.
struct ReplyCounter {
    private var header: [UInt8] = []
    private var bytesToSkip = 0
    private var isReply = false

    /// Whether a frame has begun and not ended.
    var isMidFrame: Bool { bytesToSkip > 0 || !header.isEmpty }

    /// - Returns: how many answers have come whole.
    /// - Throws: when the server refuses something.
    mutating func take(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        var rest = bytes
        var replies = 0
        while !rest.isEmpty {
            if bytesToSkip == 0 {
                let count = min(FrameShape.header - header.count, rest.count)
                header.append(contentsOf: rest[..<count])
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                guard header.count == FrameShape.header else { break }
                try begin()
            }
            let count = min(bytesToSkip, rest.count)
            bytesToSkip -= count
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            if bytesToSkip == 0, isReply { replies += 1 }
        }
        return replies
    }

    private mutating func begin() throws {
        let type = FrameType(rawValue: header[4])
        guard type != .error, type != .goAway else { throw BenchmarkError("the server refuses") }
        isReply = type != .credit && type != .hello
        bytesToSkip = header.withUnsafeBytes { Int(UInt32(littleEndian: $0.load(as: UInt32.self))) }
        header.removeAll(keepingCapacity: true)
    }
}
