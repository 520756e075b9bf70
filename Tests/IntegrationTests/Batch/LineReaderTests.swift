import Glibc
import Testing

@testable import wiredesk

@Suite("Lines are read as they are")
struct LineReaderTests {
    private static func read(_ bytes: [UInt8], maximum: Int = 1000) throws -> [String?] {
        let path = "/tmp/wiredesk-lines-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
        try #require(descriptor >= 0)
        unlink(path)
        defer { close(descriptor) }
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
        lseek(descriptor, 0, SEEK_SET)
        var reader = try LineReader(InputFile(descriptor: descriptor), maximumLineBytes: maximum)
        var lines: [String?] = []
        while let line = try reader.next() {
            #expect(line.number == lines.count + 1)
            if case .line(let bytes) = line.content {
                lines.append(String(decoding: bytes, as: UTF8.self))
            } else {
                lines.append(nil)
            }
        }
        return lines
    }

    @Test(arguments: [
        ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("a\r\nb\n", ["a\r", "b"]),
        ("\u{FEFF}a\n\u{FEFF}b\n", ["a", "\u{FEFF}b"]),
    ])
    func table(_ text: String, _ lines: [String]) throws {
        #expect(try Self.read(Array(text.utf8)) == lines)
    }

    @Test func linesOfEverySizeAroundTheBufferSurvive() throws {
        var expected: [String] = []
        for size in [0, 1, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, 3, 700_000, 5, 1_200_000, 0, 2] {
            expected.append(String(repeating: "x", count: size))
        }
        let text = expected.joined(separator: "\n") + "\n"
        #expect(try Self.read(Array(text.utf8), maximum: 2 << 20) == expected)
    }

    @Test func aLongLineIsPassedOver() throws {
        let long = String(repeating: "y", count: 1_000_000)
        let lines = try Self.read(Array("a\n\(long)\nb\n12345\n123456\n\(long)".utf8), maximum: 5)
        #expect(lines == ["a", nil, "b", "12345", nil, nil])
    }
}
