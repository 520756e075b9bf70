import WiredeskModel

extension ArticleReport {
    /// Entities of one group that are listed; the rest are counted. The JSON form has them all.
    private static let mostInGroup = 12
    /// Columns of a name before the details are no longer lined up behind it.
    private static let mostNameColumns = 40

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

    private mutating func addEntity(_ entity: Entity, _ group: EntityGroup, nameColumns: Int) {
        var line = Self.label(of: entity, group.style)
        let details = StyledText(entity.knowledge, .faint)
        if !details.isEmpty {
            line.pad(to: nameColumns)
            let indent = nameColumns + 4
            let wrapped = LineWrapper.wrap(details, columns: max(terminal.columns - indent, 24))
            if line.columns <= nameColumns, let first = wrapped.first {
                line.append("  ")
                line.append(first)
                addLine(line, indent: 2)
                for rest in wrapped.dropFirst() { addLine(rest, indent: indent) }
            } else {
                addLine(line, indent: 2)
                for rest in wrapped { addLine(rest, indent: indent) }
            }
        } else {
            addLine(line, indent: 2)
        }
    }

    /// The name, and how often it is mentioned when more than once.
    private static func label(of entity: Entity, _ style: TextStyle) -> StyledText {
        var label = StyledText(entity.name, style)
        if entity.mentions.count > 1 { label.append(" ×\(entity.mentions.count)", .faint) }
        return label
    }
}
