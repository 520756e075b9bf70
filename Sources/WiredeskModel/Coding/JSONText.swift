import CWiredeskKernels

/// The characters of JSON strings (RFC 8259, section 7).
enum JSONText {
    /// The first byte at or after the offset that has to be escaped in a string, or the number of bytes: quotation
    /// marks, backslashes, controls, and DEL, which we escape too.
    static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress, start < bytes.count else { return bytes.count }
        return wiredesk_first_json_special(base, start, bytes.count)
    }
}
