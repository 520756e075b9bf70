/// Cleans texts that pages encode once more inside JSON and attributes: left-over tags, character references, runs of
/// white space.
enum PlainMarkup {
    static func text(_ text: String) -> String {
        switch text.withBytes(need) {
        case .nothing: return text
        case .collapsing: return collapsing(text)
        case .resolving: break
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.utf8.count)
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "&"),
                    let end = CharacterReferences.shared.resolve(
                        bytes, at: index, end: bytes.count, inAttribute: true, into: &plain)
                {
                    index = end
                } else if let end = tagEnd(bytes, at: index) {
                    plain.append(0x20)
                    index = end
                } else {
                    plain.append(bytes[index])
                    index += 1
                }
            }
        }
        return collapsed(String(decoding: plain, as: UTF8.self))
    }

    /// The offset after the tag that begins here.
    private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        guard next == UInt8(ascii: "/") || (0x61...0x7A).contains(next | 0x20) else { return nil }
        // A tag that left-over markup holds is short; the bound keeps the search linear.
        return bytes[start..<min(bytes.count, start + 300)].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// The text with runs of white space made one space, and without invisible characters.
    static func collapsed(_ text: String) -> String {
        text.withBytes({ need($0, isMarkup: false) }) == .nothing ? text : collapsing(text)
    }

    private static func collapsing(_ text: String) -> String {
        return text.withBytes { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { output in
                var count = 0
                var pendingSpace = false
                var index = 0
                while index < bytes.count {
                    let start = index
                    let scalar = ScalarDecoder.next(bytes, &index, end: bytes.count)
                    if scalar <= 0x20 || scalar >= 0x80 && isBlank(scalar) {
                        // A soft hyphen or a zero-width space parts no words.
                        pendingSpace = pendingSpace || isWhiteSpace(scalar)
                        continue
                    }
                    if pendingSpace, count > 0 {
                        output[count] = 0x20
                        count += 1
                    }
                    pendingSpace = false
                    for place in start..<index {
                        output[count] = bytes[place]
                        count += 1
                    }
                }
                return count
            }
        }
    }

    private static func isBlank(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.isBlank ?? false }

    private static func isWhiteSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// What has to be done to a text.
    private enum Need { case nothing, collapsing, resolving }

    private static func need(_ bytes: UnsafeBufferPointer<UInt8>) -> Need { need(bytes, isMarkup: true) }

    /// First bytes of characters that may be blank ask for a closer look.
    private static func need(_ bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool) -> Need {
        var need = Need.nothing
        var last: UInt8 = 0x20
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "&"): if isMarkup { return .resolving }
            case 0x20: if last == 0x20 { need = .collapsing }
            case 0..<0x20, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: need = .collapsing
            default: break
            }
            last = byte
        }
        return last == 0x20 && !bytes.isEmpty ? .collapsing : need
    }
}
