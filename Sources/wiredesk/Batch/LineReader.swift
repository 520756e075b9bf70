import Glibc

/// Reads lines into one buffer that it reuses.
struct LineReader: InputReader, ~Copyable {
    /// Bytes of a line at most: an article of the largest size, every byte of it escaped, and room for the rest.
    static let maximumLineBytes = 64 << 20
    private static let chunkBytes = 256 << 10

    private let bytes: ByteReader
    private let maximum: Int
    private var buffer: UnsafeMutableBufferPointer<UInt8>
    /// The unread bytes of the buffer.
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    private var number = 0

    init(_ file: InputFile, maximumLineBytes: Int = Self.maximumLineBytes) throws(InputFailure) {
        bytes = try ByteReader(file)
        maximum = maximumLineBytes
        buffer = .allocate(capacity: Self.chunkBytes)
    }

    deinit { buffer.deallocate() }

    /// The next line, or nil at the end. The bytes of a line that is too long are passed over, not kept.
    mutating func next(skipping completed: CompletedLines = CompletedLines()) throws(InputFailure) -> InputLine? {
        var scanned = start
        var isTooLong = false
        while true {
            if let newline = Self.newline(in: buffer, scanned..<end) {
                defer { start = newline + 1 }
                return line(upTo: newline, isTooLong: isTooLong)
            }
            if isTooLong || end - start > maximum {
                isTooLong = true
                start = end
            }
            scanned = end - start
            try fill()
            // Filling moves what is unread to the front.
            if isAtEnd {
                guard end > start || isTooLong else { return nil }
                defer { start = end }
                return line(upTo: end, isTooLong: isTooLong)
            }
        }
    }

    private mutating func line(upTo end: Int, isTooLong: Bool) -> InputLine {
        number += 1
        var start = start
        // Some systems begin their text files with a byte order mark.
        if number == 1, end - start >= 3, buffer[start] == 0xEF, buffer[start + 1] == 0xBB, buffer[start + 2] == 0xBF {
            start += 3
        }
        guard !isTooLong, end - start <= maximum else { return InputLine(number: number, content: .longLine) }
        return InputLine(number: number, content: .line(Array(buffer[start..<end])))
    }

    private mutating func fill() throws(InputFailure) {
        if start > 0 {
            let unread = end - start
            if unread > 0 { memmove(buffer.baseAddress!, buffer.baseAddress! + start, unread) }
            start = 0
            end = unread
        }
        // One long line must not hold its memory for the rest of the job.
        if end == buffer.count {
            resize(to: buffer.count * 2)
        } else if buffer.count > Self.chunkBytes * 16, end < Self.chunkBytes {
            resize(to: Self.chunkBytes)
        }
        let count = try bytes.read(into: buffer.baseAddress! + end, atMost: buffer.count - end)
        end += count
        isAtEnd = count == 0
    }

    private mutating func resize(to capacity: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger.baseAddress!, buffer.baseAddress!, end)
        buffer.deallocate()
        buffer = larger
    }

    private static func newline(in buffer: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        let base = UnsafeMutableRawPointer(buffer.baseAddress!)
        return memchr(base + range.lowerBound, 0x0A, range.count).map { $0 - base }
    }
}
