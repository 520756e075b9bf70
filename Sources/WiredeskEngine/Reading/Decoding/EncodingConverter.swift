import Glibc

/// Converts legacy encodings by iconv.
enum EncodingConverter {
    /// The bytes as UTF-8, each sequence that means nothing replaced by U+FFFD, and how many were. Nil when the
    /// system does not know the encoding.
    static func convert(
        _ bytes: UnsafeBufferPointer<UInt8>, from encoding: CharacterEncoding
    ) -> (utf8: [UInt8], replaced: Int)? {
        switch encoding {
        case .utf8: return repaired(bytes)
        case .windows1252: return (Windows1252.decode(bytes), 0)
        case .userDefined: return (userDefined(bytes), 0)
        default: break
        }
        guard let converter = iconv_open("UTF-8", encoding.iconvName), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        return run(converter, bytes, unit: encoding.isASCIICompatible ? 1 : 2)
    }

    private static func run(
        _ converter: iconv_t, _ bytes: UnsafeBufferPointer<UInt8>, unit: Int
    ) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var replaced = 0
        var input = UnsafeMutablePointer<CChar>(
            mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
        var inputLeft = bytes.count
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { buffer in
            while true {
                var next = buffer.baseAddress
                var space = buffer.count
                let status = iconv(converter, &input, &inputLeft, &next, &space)
                let failure = errno
                output.append(
                    contentsOf: UnsafeRawBufferPointer(start: buffer.baseAddress, count: buffer.count - space))
                if status != -1 { break }
                if failure == E2BIG { continue }
                // A sequence that is invalid, or cut off by the end: its first unit goes, the rest is read anew.
                replaced += 1
                output += [0xEF, 0xBF, 0xBD]
                guard inputLeft > unit else { break }
                input = input?.advanced(by: unit)
                inputLeft -= unit
            }
        }
        return (output, replaced)
    }

    /// UTF-8 with its bad sequences replaced as the Encoding Standard has it.
    private static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replaced: Int) {
        if UTF8Bytes.isValid(bytes) { return (Array(bytes), 0) }
        let utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
        return (utf8, count(of: [0xEF, 0xBF, 0xBD], in: utf8) - count(of: [0xEF, 0xBF, 0xBD], in: bytes))
    }

    private static func count(of pattern: [UInt8], in bytes: some RandomAccessCollection<UInt8>) -> Int {
        let bytes = Array(bytes)
        var count = 0
        for index in bytes.indices.dropLast(2)
        where bytes[index] == pattern[0] && bytes[index + 1] == pattern[1] && bytes[index + 2] == pattern[2] {
            count += 1
        }
        return count
    }

    /// ASCII, and the private use area for the rest (Encoding Standard 14.5).
    private static func userDefined(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        for byte in bytes {
            let value = byte < 0x80 ? UInt32(byte) : 0xF780 + UInt32(byte) - 0x80
            CharacterReferences.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &output)
        }
        return output
    }
}
