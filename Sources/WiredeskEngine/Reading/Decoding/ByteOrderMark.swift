/// The mark at the start of a text that tells its encoding (Encoding Standard 6.1, "BOM sniff").
enum ByteOrderMark {
    static func find(in bytes: UnsafeBufferPointer<UInt8>) -> (encoding: CharacterEncoding?, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}
