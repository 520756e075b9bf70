/// An encoding that undeclared bytes may be in, and the languages that it was used for.
struct EncodingCandidate {
    var encoding: CharacterEncoding
    var languages: [CharacterCosts.Language]

    /// On a tie the first one counts: the supersets that systems write stand before the standards.
    static let all: [EncodingCandidate] = [
        EncodingCandidate(
            encoding: .windows1252,
            languages: [
                .english, .german, .french, .spanish, .italian, .portuguese, .dutch, .swedish, .danish, .norwegian,
                .finnish, .icelandic, .galician, .catalan, .estonian, .albanian,
            ]),
        EncodingCandidate(encoding: .windows1250, languages: centralEuropean),
        EncodingCandidate(encoding: .iso8859x2, languages: centralEuropean),
        EncodingCandidate(
            encoding: .windows1251,
            languages: [.russian, .ukrainian, .bulgarian, .serbian, .macedonian, .belarusian]),
        EncodingCandidate(encoding: .koi8R, languages: [.russian]),
        EncodingCandidate(encoding: .koi8U, languages: [.ukrainian]),
        EncodingCandidate(encoding: .iso8859x5, languages: [.russian, .bulgarian, .serbian, .macedonian]),
        EncodingCandidate(encoding: .ibm866, languages: [.russian]),
        EncodingCandidate(encoding: .windows1253, languages: [.greek]),
        EncodingCandidate(encoding: .iso8859x7, languages: [.greek]),
        EncodingCandidate(encoding: .windows1254, languages: [.turkish]),
        EncodingCandidate(encoding: .windows1255, languages: [.hebrew]),
        EncodingCandidate(encoding: .windows1256, languages: [.arabic, .persian]),
        EncodingCandidate(encoding: .iso8859x6, languages: [.arabic]),
        EncodingCandidate(encoding: .windows1257, languages: [.lithuanian, .latvian, .estonian]),
        EncodingCandidate(encoding: .windows1258, languages: [.vietnamese]),
        EncodingCandidate(encoding: .windows874, languages: [.thai]),
        EncodingCandidate(encoding: .iso8859x15, languages: [.french, .finnish, .estonian]),
        EncodingCandidate(encoding: .shiftJIS, languages: [.japanese]),
        EncodingCandidate(encoding: .eucJP, languages: [.japanese]),
        EncodingCandidate(encoding: .eucKR, languages: [.korean]),
        EncodingCandidate(encoding: .gb18030, languages: [.simplifiedChinese, .traditionalChinese]),
        EncodingCandidate(encoding: .big5, languages: [.traditionalChinese]),
    ]

    private static let centralEuropean: [CharacterCosts.Language] = [
        .polish, .czech, .slovak, .slovenian, .croatian, .hungarian, .romanian, .albanian,
    ]
}
