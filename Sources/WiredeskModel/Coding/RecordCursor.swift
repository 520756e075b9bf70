/// Where a reader stands in the record it is reading.
package struct RecordCursor {
    package var depth: Int
    /// A field that the record does not describe is an error (options) or is passed over (results).
    package var refusesUnknown: Bool
    /// Keys left in the map, where the encoding counts them.
    package var remaining = 0
    package var isAtEnd = false
    package var keyStart = 0
    package var keyEnd = 0
    /// The key as a string, when its bytes in the body are escaped.
    package var unescapedKey: String?

    var consumed = 0
    var field = 0
    /// One bit for each field, in the order of the description.
    var seen: UInt32 = 0
    /// The first required field that the last walk left unset.
    var firstMissing: StaticString?

    package init(depth: Int, refusesUnknown: Bool) {
        self.depth = depth
        self.refusesUnknown = refusesUnknown
    }

    mutating func note(required name: StaticString, isSeen: Bool) {
        if isSeen {
            if let missing = firstMissing, missing.utf8Start == name.utf8Start { firstMissing = nil }
        } else if firstMissing == nil {
            firstMissing = name
        }
    }
}
