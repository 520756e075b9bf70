/// Tells HTML from plain text.
enum ContentSniffer {
    private static let reach = 1 << 16
    /// Marks of a whole page, one of which is enough.
    private static let pageMarks: [StaticString] = ["<!doctype html", "<html", "<head>", "<head ", "<body", "<?xml"]

    /// Whether a browser would have been given this as a page or a part of one. Text that only mentions a tag is text.
    static func isHTML(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let mark = ByteOrderMark.find(in: bytes)
            let head = UnsafeBufferPointer(rebasing: bytes.dropFirst(mark?.length ?? 0).prefix(reach))
            let encoding = mark?.encoding ?? EncodingDetector.utf16(head)
            guard encoding == nil || encoding == .utf8 else {
                // In UTF-16 the bytes that are not zero are enough to see markup.
                return head.filter { $0 != 0 }.withUnsafeBufferPointer { isMarkup($0) }
            }
            return isMarkup(head)
        }
    }

    private static func isMarkup(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        var tokenizer = HTMLTokenizer(bytes)
        for mark in pageMarks where tokenizer.matches(mark, at: start) { return true }
        var tags = 0
        while true {
            switch tokenizer.next() {
            case .end:
                // A fragment that begins with words: a tag in two hundred bytes, as in a body that a feed gave.
                return tags >= 3 && tags * 200 >= bytes.count
            case .startTag where tokenizer.tag != .unknown:
                if tokenizer.range.lowerBound == start || isOfPage(tokenizer.tag) { return true }
                tags += 1
            case .endTag where tokenizer.tag != .unknown: tags += 1
            case .doctype: return true
            case .comment where tokenizer.range.lowerBound == start:
                // What begins after comments begins the page.
                start = tokenizer.range.upperBound
                while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
            default: break
            }
        }
    }

    private static func isOfPage(_ tag: HTMLTag) -> Bool { tag == .html || tag == .head || tag == .body }
}
