/// An article and what to do with it, as JSON: a line of a batch job's input, the body of `POST /v1/analyze`.
package struct ArticleRecord: Record {
    package var id: RecordID?
    /// The article: exactly one of the three.
    private var text: String?
    private var html: String?
    /// The bytes as they came, in base 64 (RFC 4648).
    private var base64: Base64Bytes?
    package var options = AnalysisOptions()

    package init() {}

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("id", &id)
        try fields.optional("text", &text)
        try fields.optional("html", &html)
        try fields.optional("base64", &base64)
        try options.describeWithoutID(&fields)
    }

    /// Reads a record, whose options change those given.
    ///
    /// - Throws: `badBody`, `unknownOption` or `badOption`.
    package init(json: some Collection<UInt8>, options: AnalysisOptions = AnalysisOptions()) throws(WiredeskError) {
        self.options = options
        // A record that sets one length means it instead of the given one, whichever that is.
        self.options.sentences = nil
        self.options.words = nil
        self.options.ratio = nil
        do throws(BodyError) {
            self = try JSONReader.decode(updating: self, from: json, refusingUnknownFields: true)
        } catch {
            throw WiredeskError(error.requestErrorCode, error.description)
        }
        guard self.options.sentences == nil, self.options.words == nil, self.options.ratio == nil else { return }
        self.options.sentences = options.sentences
        self.options.words = options.words
        self.options.ratio = options.ratio
    }

    /// The article's bytes, with the options that its form implies; the record lets go of its own copy.
    package mutating func takeArticle() throws(WiredeskError) -> [UInt8] {
        guard [text != nil, html != nil, base64 != nil].count(where: \.self) == 1 else {
            throw WiredeskError(.badBody, "there has to be exactly one of text, html and base64")
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
