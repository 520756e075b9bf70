/// How many letters of each script a text has.
struct ScriptCensus {
    private var counts = [Int](repeating: 0, count: Script.allCases.count)
    /// Characters that only simplified, or only traditional, Chinese writes.
    private(set) var simplified = 0
    private(set) var traditional = 0

    init(_ text: UTF8Text) {
        var latin = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count, let letters = Self.lettersOfASCII(text.bytes, at: index) {
                latin += letters
                index += 8
                continue
            }
            let byte = text.bytes[index]
            if byte < 0x80 {
                if byte.isLetter { latin += 1 }
                index += 1
                continue
            }
            let (value, length) = text.scalar(at: index)
            index += length
            guard let script = Script(value), CharacterClass.of(value) != .mark else { continue }
            counts[script.rawValue] += 1
            guard script == .han else { continue }
            if Self.simplifiedOnly.contains(value) { simplified += 1 }
            if Self.traditionalOnly.contains(value) { traditional += 1 }
        }
        counts[Script.latin.rawValue] += latin
    }

    /// How many of eight bytes are letters; nil where not all are ASCII.
    @inline(__always)
    private static func lettersOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
        guard word & 0x8080_8080_8080_8080 == 0 else { return nil }
        let folded = word | 0x2020_2020_2020_2020
        // A byte's high bit turns up from "a" on, and in the second sum behind "z".
        let fromA = folded &+ 0x1F1F_1F1F_1F1F_1F1F
        let behindZ = folded &+ 0x0505_0505_0505_0505
        let letters = (fromA ^ behindZ) >> 7 & 0x0101_0101_0101_0101
        // One multiplication adds the bytes up in the highest.
        return Int(truncatingIfNeeded: (letters &* 0x0101_0101_0101_0101) >> 56)
    }

    subscript(script: Script) -> Int { counts[script.rawValue] }

    /// The script of most letters, one Han character counted as two letters; nil for a text without letters.
    var prevailing: Script? {
        var best = Script.latin
        for script in Script.allCases where weight(script) > weight(best) { best = script }
        return weight(best) > 0 ? best : nil
    }

    private func weight(_ script: Script) -> Int {
        switch script {
        case .han, .hangul, .kana: self[script] * 2
        default: self[script]
        }
    }

    private static let simplifiedOnly = Set("这们说国个为学时会来对经发过还没将长开问实关动进车东话书见门马语让认识".unicodeScalars.map(\.value))
    private static let traditionalOnly = Set("這們說國個為學時會來對經發過還沒將長開問實關動進車東話書見門馬語讓認識".unicodeScalars.map(\.value))
}
