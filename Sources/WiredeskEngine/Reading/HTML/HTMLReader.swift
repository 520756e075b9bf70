/// Reads an HTML page.
enum HTMLReader {
    static func read(_ source: [UInt8], context: ReadingContext) throws(WiredeskError) -> ReadArticle {
        try PlainTextReader.read(source, context: context)
    }
}
