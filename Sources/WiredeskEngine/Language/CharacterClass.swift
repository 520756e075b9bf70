/// What a character does in a token.
enum CharacterClass: UInt8 {
    /// White space, controls and invisible characters that separate.
    case space
    case letter
    case digit
    /// Belongs to the character before it: combining marks, joiners, variation selectors, the soft hyphen.
    case extend
    /// Punctuation and symbols.
    case mark
    /// A word by itself: Han.
    case ideograph
    case hiragana
    case katakana
    /// A letter of a script that is written without spaces: Thai, Lao, Khmer, Burmese.
    case unspaced
}

extension CharacterClass {
    /// Classes of U+0000–U+2FFF, where scripts lie too close for ranges; 12 KiB, made at first use from the standard
    /// library's Unicode data.
    private static let table: [CharacterClass] = (0..<0x3000).map { value in
        Unicode.Scalar(UInt32(value)).map(fromProperties) ?? .mark
    }

    /// The class of a Unicode scalar value.
    static func of(_ value: UInt32) -> CharacterClass {
        switch value {
        case ..<0x3000: table[Int(value)]
        case 0x3000: .space
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .ideograph
        case 0x3041...0x3096, 0x309D...0x309F: .hiragana
        case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: .katakana
        case 0x3099, 0x309A, 0xFF9E, 0xFF9F: .extend
        case 0xAC00...0xD7A3: .letter
        default: Unicode.Scalar(value).map(fromProperties) ?? .mark
        }
    }

    private static func fromProperties(_ scalar: Unicode.Scalar) -> CharacterClass {
        switch scalar.value {
        case 0xAD, 0x200C, 0x200D: return .extend
        // A zero-width space and a byte order mark inside a text separate.
        case 0x200B, 0x2060, 0xFEFF: return .space
        case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: return .extend
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            switch scalar.value {
            case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: return .unspaced
            default: return .letter
            }
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .extend
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: return .space
        default: return .mark
        }
    }
}
