/// What stands somewhere in a result's text: `start..<end`, counted in the result's `OffsetUnit`.
public protocol Spanned: Sendable {
    var start: Int { get }
    var end: Int { get }
}

extension Span: Spanned {}
extension Mention: Spanned {}
extension Paragraph: Spanned {}
extension Piece: Spanned {}
extension Quote: Spanned {}
extension Role: Spanned {}
extension Sentence: Spanned {}
extension SummarySentence: Spanned {}
