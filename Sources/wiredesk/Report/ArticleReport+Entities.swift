import WiredeskModel

extension ArticleReport {
    /// Entities of one group that are listed; the rest are counted. The JSON form has them all.
    private static let mostInGroup = 12
    /// Columns of a name before the details are no longer lined up behind it.
    private static let mostNameColumns = 40
    /// Columns that are worth putting anything into.
    private static let leastKnowledgeColumns = 24

    mutating func addEntities(_ entities: [Entity]) {
        for group in EntityGroup.allCases {
            let members = group.members(of: entities)
            guard !members.isEmpty else { continue }
            addSection(group.title)
            let shown = members.prefix(Self.mostInGroup)
            let nameColumns = min(
                shown.reduce(0) { max($0, Self.label(of: $1, .plain).columns) }, Self.mostNameColumns)
            for entity in shown { addEntity(entity, group, nameColumns: nameColumns) }
            if members.count > shown.count {
                addParagraph(StyledText("and \(members.count - shown.count) more", .faint))
            }
        }
    }

    /// The name, and what is known behind it, or under it where there is no room.
    private mutating func addEntity(_ entity: Entity, _ group: EntityGroup, nameColumns: Int) {
        var line = Self.label(of: entity, group.style)
        let knowledge = StyledText(entity.knowledge, .faint)
        let indent = nameColumns + 4
        let room = terminal.columns - indent
        let wrapped = LineWrapper.wrap(knowledge, columns: room)
        guard line.columns <= nameColumns, room >= Self.leastKnowledgeColumns, let first = wrapped.first else {
            addParagraph(line)
            addParagraph(knowledge, indent: 6, hanging: 6)
            return
        }
        line.pad(to: indent - 2)
        line.append(first)
        addLine(line, indent: 2)
        for rest in wrapped.dropFirst() { addLine(rest, indent: indent) }
    }

    /// The name, and how often it is mentioned when more than once.
    private static func label(of entity: Entity, _ style: TextStyle) -> StyledText {
        var label = StyledText(entity.name, style)
        if entity.mentions.count > 1 { label.append(" ×\(entity.mentions.count)", .faint) }
        return label
    }
}
