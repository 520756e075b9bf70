/// The line above a reader's comment that says when it was posted: "Anna on May 3, 2022 at 7:05 pm said:", "2 days ago".
struct PostingStamp {
    /// Whether a block is such a line, or begins in one.
    static func begins(_ block: TextBlock, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let measures = block.measures
        guard measures.numbers > 0 else { return false }
        let stamp = PostingStamp(UnsafeBufferPointer(rebasing: bytes[block.lines[0]]))
        if measures.words <= mostWords, measures.innerEnds == 0, stamp.hasClock { return stamp.hasDate || stamp.hasAge }
        return stamp.beginsInAge && (stamp.hasClock || measures.words <= mostWordsOfAge)
    }

    private static let mostWords = 16
    private static let mostWordsOfAge = 5
    /// Pieces that are looked at: a stamp comes first.
    private static let mostPieces = 24

    private(set) var hasClock = false
    private(set) var hasDate = false
    private(set) var hasAge = false
    /// Whether it begins in "2 days ago", "vor 2 Tagen".
    private(set) var beginsInAge = false

    /// A run of letters or of digits; bytes beyond ASCII count as letters.
    private struct Piece {
        var range: Range<Int>
        var isNumber: Bool
        /// The byte before it.
        var before: UInt8
    }

    init(_ text: UnsafeBufferPointer<UInt8>) {
        let pieces = Self.pieces(text)
        for (index, piece) in pieces.enumerated() {
            let previous = index > 0 ? pieces[index - 1] : nil
            guard piece.isNumber else {
                if Self.ages.contains(text, piece.range) {
                    hasAge = true
                    if index <= 2, pieces[0].isNumber || (index == 0 && pieces.count > 1 && pieces[1].isNumber) {
                        beginsInAge = true
                    }
                }
                continue
            }
            if piece.range.count == 4, text[piece.range.lowerBound] == 0x31 || text[piece.range.lowerBound] == 0x32 {
                hasDate = true
            }
            guard let previous, previous.isNumber, previous.range.count <= 2,
                previous.range.upperBound == piece.range.lowerBound - 1
            else { continue }
            switch piece.before {
            case UInt8(ascii: ":"): if piece.range.count == 2 { hasClock = true }
            case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"):
                // The third number of a date.
                if index > 1, previous.before == piece.before, pieces[index - 2].isNumber { hasDate = true }
            default: break
            }
        }
    }

    private static func pieces(_ text: UnsafeBufferPointer<UInt8>) -> [Piece] {
        var pieces: [Piece] = []
        var index = 0
        while index < text.count, pieces.count < mostPieces {
            let start = index
            let isNumber = text[index].isDigit
            while index < text.count, isPart(text[index]), text[index].isDigit == isNumber { index += 1 }
            if index > start {
                pieces.append(
                    Piece(range: start..<index, isNumber: isNumber, before: start > 0 ? text[start - 1] : 0x20))
            } else {
                index += 1
            }
        }
        return pieces
    }

    private static func isPart(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }

    /// What says how long ago something was.
    private static let ages = WordSet("ago vor hace há temu fa sedan siden geleden lalu")
}
