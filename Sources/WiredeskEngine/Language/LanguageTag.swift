/// A BCP 47 tag as pages claim it, mended: `en_US`, `EN-us`, `no`, `iw`.
struct LanguageTag {
    /// ISO 639, lower-case.
    let primary: String
    private let rest: [String]

    /// - Returns: nil for what is no tag.
    init?(_ claim: String) {
        // Some pages list several.
        let tag = claim.lowercased().prefix { $0 != "," && $0 != ";" }
        guard tag.utf8.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) else {
            return nil
        }
        let parts = tag.split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let first = parts.first, (2...3).contains(first.utf8.count),
            first.utf8.allSatisfy({ $0.isLowercase }), first != "und", first != "mul"
        else { return nil }
        primary = Self.current[first] ?? first
        rest = Array(parts.dropFirst())
    }

    /// The language of a tag that is in order, without its script and region.
    static func primary(of tag: String) -> String { String(tag.prefix { $0 != "-" }) }

    /// The shortest tag that says it: the region only where it stands for a written standard of its own.
    var shortest: String {
        switch primary {
        case "pt" where rest.contains("br"): "pt-BR"
        case "zh" where !Set(rest).isDisjoint(with: ["hant", "tw", "hk", "mo"]): "zh-Hant"
        default: primary
        }
    }

    /// The script that the language is written in, if it is not Latin letters; nil where that is not known.
    var script: Script? {
        switch primary {
        case "ru", "uk", "bg", "mk", "be", "mn", "ky", "tg": .cyrillic
        case "ar", "fa", "ur", "ckb", "ug", "ps", "sd": .arabic
        case "hi", "mr", "ne", "mai", "bho": .devanagari
        case "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "fi", "is", "pl", "cs", "sk", "sl", "hr",
            "hu", "ro", "lt", "lv", "tr", "vi", "id", "gl", "ca", "et", "eu", "sq", "af", "ms", "ga", "cy", "tl":
            .latin
        case "he", "yi": .hebrew
        case "am", "ti": .ethiopic
        case "bn", "as": .bengali
        default: Script.allCases.first { $0.language == primary }
        }
    }

    /// Whether a text in a language may be read as English: it is, or nobody knows.
    static func isEnglish(_ language: String?) -> Bool {
        language == nil || language == "en" || language?.hasPrefix("en-") == true
    }

    /// Languages so near to each other that a page's claim outweighs the text.
    static func areNear(_ first: String, _ second: String) -> Bool {
        families.contains { $0.contains(first) && $0.contains(second) }
    }

    /// Languages whose text the table knows from that of any other.
    static func isCommon(_ language: String) -> Bool {
        [
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "fi", "pl", "cs", "hu", "ro", "tr", "vi", "ru", "uk", "ar",
            "fa",
        ]
        .contains(language)
    }

    private static let families: [Set<String>] = [
        ["hr", "sr", "bs", "sh", "cnr"], ["da", "nb", "nn"], ["id", "ms", "jv", "su"], ["cs", "sk"], ["bg", "mk"],
        ["gl", "pt"], ["es", "ast", "gl", "ca"], ["nl", "af", "fy"], ["de", "lb", "gsw"], ["hi", "mr", "ne"],
        ["ru", "be"], ["fa", "ps"],
    ]

    /// Codes that others have replaced.
    private static let current = ["no": "nb", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr", "fil": "tl"]
}
