import WiredeskModel

/// Where an article's text is to be marked.
enum MarkedText {
    struct Mark {
        /// UTF-8 bytes of the clean text.
        let range: Range<Int>
        let type: EntityType
        let entity: Int
    }

    /// All mentions in the order of the text, without those that begin inside another.
    static func marks(of entities: [Entity]) -> [Mark] {
        var marks: [Mark] = []
        for entity in entities {
            for mention in entity.mentions where 0 <= mention.start && mention.start < mention.end {
                marks.append(Mark(range: mention.start..<mention.end, type: entity.type, entity: entity.id))
            }
        }
        marks.sort { ($0.range.lowerBound, $0.entity) < ($1.range.lowerBound, $1.entity) }
        var end = 0
        return marks.filter { mark in
            guard mark.range.lowerBound >= end else { return false }
            end = mark.range.upperBound
            return true
        }
    }
}
