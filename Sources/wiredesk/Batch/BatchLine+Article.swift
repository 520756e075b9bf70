import WiredeskModel

extension BatchLine {
    /// Reads a line.
    ///
    /// - Parameter options: for what the line does not say.
    /// - Throws: `badBody`, `unknownOption` or `badOption`.
    init(_ content: [UInt8], options: AnalysisOptions) throws(WiredeskError) {
        var blank = BatchLine()
        blank.options = options
        // A line that sets one length means it instead of the command line's, whichever that is.
        blank.options.sentences = nil
        blank.options.words = nil
        blank.options.ratio = nil
        do {
            self = try JSONReader.decode(updating: blank, from: content, refusingUnknownFields: true)
        } catch {
            switch error.kind {
            case .unknownField: throw WiredeskError(.unknownOption, error.description)
            case .badValue: throw WiredeskError(.badOption, error.description)
            default: throw WiredeskError(.badBody, error.description)
            }
        }
        if self.options.sentences == nil, self.options.words == nil, self.options.ratio == nil {
            self.options.sentences = options.sentences
            self.options.words = options.words
            self.options.ratio = options.ratio
        }
    }

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
