/// Near-duplicate detection.
enum Fingerprint {
    /// 64-bit SimHash over the words (Charikar, 2002), as sixteen hexadecimal digits; nil for a text without words.
    static func simHash(_ text: [UInt8], tokens: [Token]) -> String? {
        nil
    }
}
