/// How well bytes fit the one-byte encodings, by the letters they would spell.
enum SingleByteStatistics {
    /// An encoding with the letters beyond ASCII that its languages use most.
    private struct Profile {
        var encoding: CharacterEncoding
        var letters: String
    }

    private static let cyrillic = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщіїєґўјљњћђџ"
    private static let centralEuropean = "łąęśżźćńóěščřžýáíéúůťďňőűöüäôľĺăâîşţđ"
    private static let greek = "αοιετσνηυρπκμλςωδγχθφβξζψάέήίόύώ"
    private static let arabic = "اليمونرتبةعدسفهكقأحجشطصىخإذزءضغآئظثؤ"

    private static let profiles = [
        Profile(encoding: .windows1252, letters: "éüöäßàçñóíáãèêôâúåøæõî’“”–…«»„"),
        Profile(encoding: .windows1251, letters: cyrillic), Profile(encoding: .koi8R, letters: cyrillic),
        Profile(encoding: .iso8859x5, letters: cyrillic), Profile(encoding: .ibm866, letters: cyrillic),
        Profile(encoding: .windows1250, letters: centralEuropean),
        Profile(encoding: .iso8859x2, letters: centralEuropean),
        Profile(encoding: .windows1253, letters: greek), Profile(encoding: .iso8859x7, letters: greek),
        Profile(encoding: .windows1254, letters: "ığşİüöçâî"),
        Profile(encoding: .windows1257, letters: "ėįųūšžąčęāēīķļņģõäöü"),
        Profile(encoding: .windows1255, letters: "אבגדהוזחטיכלמנסעפצקרשתםןךףץ"),
        Profile(encoding: .windows1256, letters: arabic),
        Profile(encoding: .windows874, letters: "กขคงจชซญดตถทธนบปผพฟภมยรลวศษสหอะาำิีึืุูเแโใไ่้็์ั"),
    ]

    static func likeliest(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding {
        var best = (encoding: CharacterEncoding.windows1252, score: 0)
        for profile in profiles {
            let score = score(of: profile, bytes)
            if score > best.score { best = (profile.encoding, score) }
        }
        return best.encoding
    }

    /// Adds up what each byte beyond ASCII would be: a common letter speaks for the encoding, a symbol inside a word, a
    /// capital inside a word or a letter of another script next to an ASCII letter against it.
    private static func score(of profile: Profile, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var weights = [Int](repeating: 0, count: 256)
        var isCapital = [Bool](repeating: false, count: 256)
        let isLatin = [.windows1252, .windows1250, .iso8859x2, .windows1254, .windows1257].contains(profile.encoding)
        let letters = Array(profile.letters.unicodeScalars)
        for value in UInt8(0x80)...0xFF {
            let scalar = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { one -> Unicode.Scalar? in
                one.initialize(repeating: value)
                let converted = EncodingConverter.convert(UnsafeBufferPointer(one), from: profile.encoding)
                return converted.flatMap {
                    $0.replaced == 0 ? String(decoding: $0.utf8, as: UTF8.self).unicodeScalars.first : nil
                }
            }
            let index = Int(value)
            guard let scalar else {
                weights[index] = -6
                continue
            }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            isCapital[index] = lower != scalar
            if let rank = letters.firstIndex(of: lower) {
                weights[index] = rank < 12 ? 4 : 3
            } else if scalar.properties.isAlphabetic {
                weights[index] = 0
            } else {
                weights[index] = -1
            }
        }
        var total = 0
        var previous: UInt8 = 0x20
        for byte in bytes {
            if byte >= 0x80 {
                let isInWord =
                    CharacterReferences.isAlphanumeric(previous) || (previous >= 0x80 && weights[Int(previous)] > 0)
                total += weights[Int(byte)]
                if isInWord {
                    if weights[Int(byte)] < 0 { total -= 2 }
                    if isCapital[Int(byte)], previous >= 0x80 ? !isCapital[Int(previous)] : previous | 0x20 == previous
                    {
                        total -= 5
                    }
                    if !isLatin, previous < 0x80, (previous | 0x20) &- 0x61 < 26, weights[Int(byte)] > 0 { total -= 6 }
                }
            } else if !isLatin, (byte | 0x20) &- 0x61 < 26, previous >= 0x80, weights[Int(previous)] > 0 {
                total -= 6
            }
            previous = byte
        }
        return total
    }
}
