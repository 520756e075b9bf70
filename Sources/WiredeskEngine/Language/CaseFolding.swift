/// Lower case of the alphabets in common use, one scalar for one, the same for every version of Unicode: what is
/// compared across years (fingerprints, hashed terms) must not change with the library.
enum CaseFolding {
    @inline(__always)
    static func lowercase(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value &- 0x41 < 26 ? value | 0x20 : value }
        return lowercaseBeyondASCII(value)
    }

    private static func lowercaseBeyondASCII(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xD7: value
        case 0xC0...0xDE: value + 0x20
        case 0x130: 0x69
        case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x218...0x21B: value | 1
        case 0x139...0x148, 0x179...0x17E: value + (value & 1)
        case 0x178: 0xFF
        case 0x1A0, 0x1AF: value + 1
        case 0x386: 0x3AC
        case 0x388...0x38A: value + 0x25
        case 0x38C: 0x3CC
        case 0x38E, 0x38F: value + 0x3F
        case 0x391...0x3AB: value + 0x20
        case 0x400...0x40F: value + 0x50
        case 0x410...0x42F: value + 0x20
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: value | 1
        case 0x531...0x556: value + 0x30
        default: value
        }
    }
}
