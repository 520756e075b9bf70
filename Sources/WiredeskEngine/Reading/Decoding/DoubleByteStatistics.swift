/// How well bytes fit the East Asian encodings.
///
/// Each encoding's commonest characters stand in known rows: kana, the two thousand commonest hangul and the first
/// level of Chinese characters (Li and Momoi, "A composite approach to language/encoding detection", 2001).
struct DoubleByteStatistics {
    private struct Count {
        var pairs = 0
        var invalid = 0
        var common = 0

        /// The share of common characters, 0 where the bytes do not fit.
        var score: Double { pairs >= 2 && invalid * 50 <= pairs ? Double(common) / Double(pairs) : 0 }
    }

    private var shiftJIS = Count()
    private var eucJP = Count()
    private var eucKR = Count()
    private var gb18030 = Count()
    private var big5 = Count()

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        Self.walk(
            bytes, &shiftJIS, isSingle: { (0xA1...0xDF).contains($0) },
            isTrail: { $0 >= 0x40 && $0 != 0x7F && $0 < 0xFD }
        ) {
            ($0 == 0x82 && (0x9F...0xF1).contains($1)) || ($0 == 0x83 && (0x40...0x96).contains($1))
                || ($0 == 0x81 && (0x41...0x5B).contains($1)) ? 3 : (0x88...0x97).contains($0) ? 1 : 0
        }
        Self.walk(bytes, &eucJP, isSingle: { _ in false }, isTrail: { $0 >= 0xA1 && $0 < 0xFF }) { lead, trail in
            lead == 0xA4 || lead == 0xA5 || (lead == 0xA1 && trail <= 0xBC) ? 3 : (0xB0...0xCF).contains(lead) ? 1 : 0
        }
        Self.walk(bytes, &eucKR, isSingle: { _ in false }, isTrail: { $0 >= 0x41 && $0 < 0xFF }) { lead, trail in
            (0xB0...0xC8).contains(lead) && trail >= 0xA1 ? 2 : 0
        }
        Self.walk(bytes, &gb18030, isSingle: { _ in false }, isTrail: { $0 >= 0x30 && $0 < 0xFF && $0 != 0x7F }) {
            lead, trail in
            trail < 0xA1 ? 0 : (0xB0...0xD7).contains(lead) ? 2 : lead == 0xA1 || lead == 0xA3 ? 1 : 0
        }
        Self.walk(
            bytes, &big5, isSingle: { _ in false }, isTrail: { (0x40...0x7E).contains($0) || $0 >= 0xA1 && $0 < 0xFF }
        ) { lead, _ in
            (0xA4...0xC6).contains(lead) ? 2 : lead == 0xA1 ? 1 : 0
        }
    }

    /// The best fit, or nil when none is good.
    var likeliest: CharacterEncoding? {
        // Japanese is a third kana at least, Korean nearly all hangul of the common rows.
        let candidates: [(CharacterEncoding, Double)] = [
            (.shiftJIS, shiftJIS.score), (.eucJP, eucJP.score), (.eucKR, eucKR.score), (.gb18030, gb18030.score),
            (.big5, big5.score - 0.05),
        ]
        var best: (CharacterEncoding, Double)?
        for candidate in candidates where candidate.1 > (best?.1 ?? 1.2) { best = candidate }
        return best?.0
    }

    /// Reads the bytes as lead and trail, and adds up each pair's weight.
    @inline(__always)
    private static func walk(
        _ bytes: UnsafeBufferPointer<UInt8>, _ count: inout Count, isSingle: (UInt8) -> Bool,
        isTrail: (UInt8) -> Bool, weight: (UInt8, UInt8) -> Int
    ) {
        var scan = 0
        while scan < bytes.count {
            let lead = bytes[scan]
            if lead < 0x80 || isSingle(lead) {
                scan += 1
                continue
            }
            guard scan + 1 < bytes.count else { return }
            count.pairs += 1
            if lead > 0x80, isTrail(bytes[scan + 1]) {
                count.common += weight(lead, bytes[scan + 1])
                scan += 2
            } else {
                count.invalid += 1
                scan += 1
            }
        }
    }
}
