/// Classes of characters that tell running text from page furniture.
enum ScalarKind: UInt8 {
    case space, upper, lower, uncased, digit, sentenceEnd, comma, colon, quote, opening, closing, dash, divider, at,
        other

    @inline(__always)
    init(_ scalar: UInt32) {
        if scalar < 0x80 {
            self = unsafeBitCast(Self.ascii.utf8Start[Int(scalar)] &- UInt8(ascii: "a"), to: ScalarKind.self)
        } else {
            self = Self.beyondASCII(scalar)
        }
    }

    /// The kind of each character of ASCII, a letter for each kind in its order: a text, because nothing has to be
    /// made of it before the first look.
    private static let ascii: StaticString = """
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
        afiooooijkmoglfoeeeeeeeeeehgmomf\
        nbbbbbbbbbbbbbbbbbbbbbbbbbbjokom\
        occccccccccccccccccccccccccjmkma
        """

    private static func beyondASCII(_ scalar: UInt32) -> ScalarKind {
        switch scalar {
        case 0xA0, 0x85, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return .space
        case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F: return .quote
        case 0x2013...0x2015: return .dash
        case 0xB7, 0x2022, 0x2023, 0x2043, 0x203B, 0x2190...0x21FF, 0x25A0...0x25FF, 0x2700...0x27BF, 0xA9:
            return .divider
        // Full stops of other scripts: Arabic, Urdu, Devanagari, CJK, full-width, Armenian, Ethiopic, Khmer, Burmese.
        case 0x61F, 0x6D4, 0x964, 0x965, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x589, 0x1362, 0x17D4, 0x104B:
            return .sentenceEnd
        case 0x60C, 0x61B, 0x3001, 0xFF0C, 0xFF1B: return .comma
        case 0xFF1A: return .colon
        case 0x3008, 0x300A, 0x3010, 0xFF08: return .opening
        case 0x3009, 0x300B, 0x3011, 0xFF09: return .closing
        case 0xA1...0xA8, 0xAC...0xB4, 0xB6, 0xB8, 0xB9, 0xBC...0xBF, 0xD7, 0xF7, 0x2010...0x2012, 0x2030...0x205E,
            0x20A0...0x20CF:
            return .other
        default: return letter(scalar)
        }
    }

    private static func letter(_ scalar: UInt32) -> ScalarKind {
        // Unicode's tables are slow to ask.
        switch scalar {
        case 0xC0...0xDE, 0x410...0x42F: return .upper
        case 0xDF...0xFF, 0x430...0x44F: return .lower
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return .uncased
        default: break
        }
        guard let unicode = Unicode.Scalar(scalar) else { return .other }
        switch unicode.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter: return .lower
        case .otherLetter, .modifierLetter, .spacingMark, .nonspacingMark: return .uncased
        case .decimalNumber: return .digit
        case .spaceSeparator: return .space
        default: return .other
        }
    }

    var isLetter: Bool { self == .upper || self == .lower || self == .uncased }

    /// Simple lower case of the Latin, Greek and Cyrillic alphabets that the wordings use.
    static func lowercased(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
        case 0x100...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
        case 0x400...0x40F: scalar + 0x50
        default: scalar
        }
    }
}
