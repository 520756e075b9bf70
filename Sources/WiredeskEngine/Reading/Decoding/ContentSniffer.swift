/// Tells HTML from plain text.
enum ContentSniffer {
    static func isHTML(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<head", "<body", "<article", "<div", "<p>"].contains { head.contains($0) }
    }
}
