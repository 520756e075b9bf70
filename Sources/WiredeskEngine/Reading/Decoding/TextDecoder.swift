/// Turns the input's bytes into UTF-8.
enum TextDecoder {
    struct Decoded {
        /// Valid UTF-8, without a byte order mark.
        var utf8: [UInt8]
        /// The encoding it came in, by its WHATWG name.
        var encoding: String
        var warnings: [String] = []
    }

    static func decode(_ bytes: [UInt8], charset: String?, isHTML: Bool) throws(WiredeskError) -> Decoded {
        Decoded(utf8: Array(String(decoding: bytes, as: UTF8.self).utf8), encoding: "utf-8")
    }
}
