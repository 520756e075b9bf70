extension UInt8 {
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isUppercase: Bool { self &- 0x41 < 26 }
    @inline(__always) var isLowercase: Bool { self &- 0x61 < 26 }
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
    @inline(__always) var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

    /// The class of an ASCII character.
    @inline(__always) var characterClass: CharacterClass {
        isLetter ? .letter : self <= 0x20 || self == 0x7F ? .space : isDigit ? .digit : .mark
    }
}
