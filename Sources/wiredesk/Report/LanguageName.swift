/// English names of languages, and which way they are written.
enum LanguageName {
    /// The name behind a BCP 47 tag, with the rest of the tag in brackets; a tag that is not listed as it is.
    static func english(for tag: String) -> String {
        let parts = tag.split(separator: "-", maxSplits: 1)
        guard let code = parts.first, let name = names[String(code)] else { return tag }
        return parts.count == 1 ? name : "\(name) (\(parts[1]))"
    }

    /// Whether the language's usual script runs from right to left.
    static func isWrittenLeftward(_ tag: String?) -> Bool {
        let code = tag?.split(separator: "-").first.map(String.init) ?? ""
        return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(code)
    }

    /// ISO 639 codes and the names in ISO 639's English list.
    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for pair in table.split(separator: " ") {
            let parts = pair.split(separator: ":")
            names[String(parts[0])] = String(parts[1])
        }
        return names
    }()

    private static let table = """
        af:Afrikaans am:Amharic ar:Arabic az:Azerbaijani be:Belarusian bg:Bulgarian bn:Bengali bs:Bosnian ca:Catalan \
        cs:Czech cy:Welsh da:Danish de:German el:Greek en:English es:Spanish et:Estonian eu:Basque fa:Persian \
        fi:Finnish fr:French ga:Irish gl:Galician gu:Gujarati ha:Hausa he:Hebrew hi:Hindi hr:Croatian hu:Hungarian \
        hy:Armenian id:Indonesian is:Icelandic it:Italian ja:Japanese ka:Georgian kk:Kazakh km:Khmer kn:Kannada \
        ko:Korean ku:Kurdish ky:Kyrgyz lo:Lao lt:Lithuanian lv:Latvian mk:Macedonian ml:Malayalam mn:Mongolian \
        mr:Marathi ms:Malay my:Burmese nb:Norwegian ne:Nepali nl:Dutch nn:Norwegian no:Norwegian or:Odia pa:Punjabi \
        pl:Polish ps:Pashto pt:Portuguese ro:Romanian ru:Russian si:Sinhala sk:Slovak sl:Slovenian so:Somali \
        sq:Albanian sr:Serbian sv:Swedish sw:Swahili ta:Tamil te:Telugu tg:Tajik th:Thai tl:Tagalog tr:Turkish \
        uk:Ukrainian ur:Urdu uz:Uzbek vi:Vietnamese yo:Yoruba zh:Chinese zu:Zulu
        """
}
