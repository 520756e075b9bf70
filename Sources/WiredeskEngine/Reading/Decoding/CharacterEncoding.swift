/// The encodings of the web, by their names in the WHATWG Encoding Standard.
enum CharacterEncoding: String, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case ibm866, koi8R = "koi8-r", koi8U = "koi8-u", macintosh
    case iso8859x2 = "iso-8859-2", iso8859x3 = "iso-8859-3", iso8859x4 = "iso-8859-4", iso8859x5 = "iso-8859-5"
    case iso8859x6 = "iso-8859-6", iso8859x7 = "iso-8859-7", iso8859x8 = "iso-8859-8", iso8859x8I = "iso-8859-8-i"
    case iso8859x10 = "iso-8859-10", iso8859x13 = "iso-8859-13", iso8859x14 = "iso-8859-14"
    case iso8859x15 = "iso-8859-15", iso8859x16 = "iso-8859-16"
    case windows874 = "windows-874", windows1250 = "windows-1250", windows1251 = "windows-1251"
    case windows1252 = "windows-1252", windows1253 = "windows-1253", windows1254 = "windows-1254"
    case windows1255 = "windows-1255", windows1256 = "windows-1256", windows1257 = "windows-1257"
    case windows1258 = "windows-1258"
    case macCyrillic = "x-mac-cyrillic"
    case gbk, gb18030, big5, eucJP = "euc-jp", iso2022JP = "iso-2022-jp", shiftJIS = "shift_jis", eucKR = "euc-kr"
    case userDefined = "x-user-defined"

    /// The encoding that a label names, as a page or a caller writes it; nil for labels the web does not know.
    init?(label: some Collection<UInt8>) {
        var name = Array(label.drop { $0 <= 0x20 })
        while let last = name.last, last <= 0x20 { name.removeLast() }
        guard (1...32).contains(name.count) else { return nil }
        for index in name.indices where name[index] &- 0x41 < 26 { name[index] |= 0x20 }
        let label = String(decoding: name, as: UTF8.self)
        if let encoding = CharacterEncoding(rawValue: label) {
            self = encoding
        } else if let known = Self.labels[label], let encoding = CharacterEncoding(rawValue: known) {
            self = encoding
        } else {
            return nil
        }
    }

    /// Whether ASCII bytes mean ASCII characters, so that markup can be read before the encoding is known.
    var isASCIICompatible: Bool { self != .utf16LittleEndian && self != .utf16BigEndian }

    /// What iconv calls it. Where the web decodes a superset of what the label says, the superset.
    var iconvName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .iso8859x8I: "ISO-8859-8"
        case .windows874: "CP874"
        case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255, .windows1256,
            .windows1257, .windows1258:
            "CP" + rawValue.dropFirst(8)
        case .macCyrillic: "MAC-CYRILLIC"
        case .gbk: "GB18030"
        case .big5: "BIG5-HKSCS"
        case .shiftJIS: "CP932"
        case .eucKR: "UHC"
        case .eucJP: "EUC-JP-MS"
        case .iso2022JP: "ISO-2022-JP-3"
        default: rawValue
        }
    }

    /// The standard's labels that are not names themselves (4.2), and some that scrapers write.
    private static let labels: [String: String] = {
        var labels: [String: String] = [:]
        for line in labelList.split(separator: "\n") {
            let words = line.split(separator: " ")
            for word in words.dropFirst() { labels[String(word)] = String(words[0]) }
        }
        return labels
    }()

    private static let labelList = """
        utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 utf-8n utf8mb4 cp65001
        ibm866 866 cp866 csibm866
        iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
        iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
        iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
        iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
        iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i \
        iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
        iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 \
        iso_8859-7:1987 sun_eu_greek
        iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 \
        iso_8859-8:1988 visual
        iso-8859-8-i csiso88598i logical
        iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
        iso-8859-13 iso8859-13 iso885913
        iso-8859-14 iso8859-14 iso885914
        iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9
        koi8-r cskoi8r koi koi8 koi8_r
        koi8-u koi8-ru
        macintosh csmacintosh mac x-mac-roman
        windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
        windows-1250 cp1250 x-cp1250
        windows-1251 cp1251 x-cp1251 win-1251 win1251
        windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 \
        iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 latin-1 8859-1
        windows-1253 cp1253 x-cp1253
        windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 \
        x-cp1254
        windows-1255 cp1255 x-cp1255
        windows-1256 cp1256 x-cp1256
        windows-1257 cp1257 x-cp1257
        windows-1258 cp1258 x-cp1258
        x-mac-cyrillic x-mac-ukrainian
        gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936
        big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950
        euc-jp cseucpkdfmtjapanese x-euc-jp eucjp
        iso-2022-jp csiso2022jp
        shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932
        euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949
        utf-16be unicodefffe
        utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16
        """
}
