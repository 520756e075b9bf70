import WiredeskModel

extension BatchLine {
    /// The article's bytes, with the options that its form implies; the line lets go of its own copy.
    mutating func takeArticle() throws(WiredeskError) -> [UInt8] {
        guard [text != nil, html != nil, base64 != nil].count(where: \.self) == 1 else {
            throw WiredeskError(.badBody, "a line has exactly one of text, html and base64")
        }
        if let base64 {
            self.base64 = nil
            guard let bytes = base64.bytes else { throw WiredeskError(.badBody, "base64 is not base 64") }
            return bytes
        }
        // A JSON string is Unicode, whatever the page in it says of its encoding.
        options.charset = "utf-8"
        if options.content == .auto { options.content = html == nil ? .text : .html }
        let article = Array((html ?? text ?? "").utf8)
        html = nil
        text = nil
        return article
    }
}
