/// Chooses who wrote the article: persons, or else one organization.
struct AuthorChooser {
    private let sources: MetadataSources

    init(_ sources: MetadataSources) { self.sources = sources }

    private static let maximumAuthors = 20

    /// Marked elements and lines that are looked at, those nearest to the article's heading.
    private static let maximumMarks = 16

    var authors: [String] {
        let fields = fieldNames
        if !fields.persons.isEmpty { return completed(fields.persons) }
        let marks = markedNames
        if !marks.persons.isEmpty { return finished(marks.persons) }
        let near = bylineNearHeading
        if !near.persons.isEmpty { return near.persons }
        if let signature { return signature }
        if let owner { return [owner] }
        let named = fields.organizations + sources.jsonLD.organizations
        let organizations = named.filter { !isSite($0) } + near.organizations + marks.organizations + named
        return Array(organizations.prefix(1))
    }

    /// Single words beside full names are sites, places or logins.
    private func finished(_ persons: [String]) -> [String] {
        let full = persons.filter { $0.contains(" ") }
        return Array((full.isEmpty ? persons : full).prefix(Self.maximumAuthors))
    }

    // MARK: Fields

    /// Who the fields that hold names alone give, the most trustworthy first; the first that names a person speaks.
    private var fieldNames: BylineParser.Names {
        var all = BylineParser.Names()
        for texts in fields {
            let names = self.names(in: texts, isField: true)
            // Beside an agency, a short word in lower case is an editor's sign: "det/dpa".
            if names.persons.count == 1, let sign = names.persons.first, sign.utf8.count <= 4,
                !sign.utf8.contains(where: { $0 &- 0x41 < 26 }), let agency = names.organizations.first
            {
                all.persons = [sign, agency]
                return all
            }
            if !names.persons.isEmpty {
                all.persons = finished(names.persons)
                return all
            }
            all.organizations += names.organizations
        }
        return all
    }

    private var fields: [[String]] {
        var groups: [[String]] = [sources.jsonLD.authors]
        var rank = -1
        for meta in sources.metas(.author) where !meta.content.contains("://") {
            if meta.rank != rank { groups.append([]) }
            rank = meta.rank
            groups[groups.count - 1].append(meta.content)
        }
        for (label, value) in [(MetaField.firstLabel, MetaField.firstValue), (.secondLabel, .secondValue)] {
            if let label = sources.meta(label), let value = sources.meta(value), Self.isAuthorLabel(label) {
                groups.append([value])
            }
        }
        return groups
    }

    private func names(in texts: [String], isField: Bool) -> BylineParser.Names {
        let parser = BylineParser(isMarked: true, isField: isField)
        var all = BylineParser.Names()
        for text in texts.map(PlainMarkup.text) {
            if isSite(text) {
                if !all.organizations.contains(text) { all.organizations.append(text) }
                continue
            }
            let names = parser.names(in: text)
            all.isPure = all.isPure && names.isPure
            for name in names.persons where !isSite(name) && !Self.contains(all.persons, name) {
                all.persons.append(name)
            }
            for name in names.organizations where !all.organizations.contains(name) { all.organizations.append(name) }
        }
        return all
    }

    /// A field often names one of several authors, or a first name alone; the byline that readers see names them all.
    private func completed(_ persons: [String]) -> [String] {
        let near = bylineNearHeading
        // A field is often filled in with who runs the site or uploads its texts. "By Anna Smith" is what readers see.
        if near.hadPrefix, near.persons.contains(where: Self.beginsWithGivenName),
            !near.persons.contains(where: { Self.sharesWord($0, with: persons) })
        {
            return finished(near.persons)
        }
        for source in [{ markedNames.persons }, { near.persons }] {
            let seen = source()
            guard seen.count >= persons.count, seen != persons else { continue }
            let holdsAll = persons.allSatisfy { person in
                Self.contains(seen, person) || !person.contains(" ") && seen.contains { Self.isPart(person, of: $0) }
            }
            if holdsAll { return finished(seen) }
        }
        return persons
    }

    private static func beginsWithGivenName(_ name: String) -> Bool {
        let text = BylineText(name)
        return !text.words.isEmpty && text.isGivenName(0)
    }

    private static func sharesWord(_ name: String, with others: [String]) -> Bool {
        let others = others.map { TitleText.folded($0) }
        return name.split(separator: " ").contains { word in
            let word = TitleText.folded(word)
            return word.utf8.count >= 3 && others.contains { $0.holds(word) }
        }
    }

    private static func isPart(_ word: String, of name: String) -> Bool {
        let word = TitleText.folded(word)
        return name.split(separator: " ").contains { TitleText.folded($0) == word }
    }

    private static func contains(_ names: [String], _ name: String) -> Bool {
        let folded = TitleText.folded(name)
        return names.contains { TitleText.folded($0) == folded }
    }

    // MARK: Marked elements

    /// What marked elements name. Those nearest to the article's heading come first: others speak of its neighbours.
    private var markedNames: BylineParser.Names {
        let marks = nearestMarks
        var all = BylineParser.Names()
        let strong = marks.filter { $0.mark.hasPrefix("rel=") || $0.mark.hasPrefix("itemprop=") }
        for mark in strong + marks {
            let names = names(of: mark)
            if names.persons.isEmpty {
                all.organizations += names.organizations
                continue
            }
            all.persons = names.isPure ? together(mark, names, marks) : within(mark, marks) ?? names.persons
            all.isPure = names.isPure
            return all
        }
        return all
    }

    private func names(of mark: PageEvidence.Marked) -> BylineParser.Names {
        names(in: mark.value.map { [$0, mark.text] } ?? [mark.text], isField: false)
    }

    private var nearestMarks: [PageEvidence.Marked] {
        let marks = sources.evidence.marked
        var ranked: [(index: Int, rank: Int)] = []
        for index in marks.indices where marks[index].kind == .byline {
            let around = marks[index].around
            // What readers sign their comments with is no byline, nor is a photographer's name.
            guard !around.contains(.comments), marks[index].text.utf8.count <= BylineText.maximumLength,
                around.isDisjoint(with: Self.credits) || marks[index].mark.containsFolded(anyOf: Self.authorsMarks)
            else { continue }
            let isNeighbours = !around.isDisjoint(with: Self.neighbours)
            ranked.append((index, sources.distance(marks[index].position) + (isNeighbours ? Int(Int32.max) : 0)))
        }
        ranked.sort { ($0.rank, $0.index) < ($1.rank, $1.index) }
        return ranked.prefix(Self.maximumMarks).map { marks[$0.index] }
            .filter { !$0.mark.containsFolded(anyOf: Self.readersMarks) }
    }

    /// Elements that name photographers.
    private static let credits: MarkupEvidence = [.caption, .credit]

    /// Elements of other articles that the page shows.
    private static let neighbours: MarkupEvidence = [.related, .popular, .sidebar, .footer]

    /// Marks that no photographer's name has.
    private static let authorsMarks: SearchWords = ["rel=author", "byline"]

    private static let readersMarks: SearchWords = ["comment", "widget", "theme-"]

    /// Bytes of input between two links of one byline.
    private static let reach = 400

    /// Authors who each have an element of their own stand close together.
    private func together(
        _ mark: PageEvidence.Marked, _ names: BylineParser.Names, _ marks: [PageEvidence.Marked]
    ) -> [String] {
        var persons = names.persons
        var position = mark.position
        for other in marks.filter({ $0.mark == mark.mark }).sorted(by: { $0.position < $1.position })
        where other.position > position && other.position - position <= Self.reach {
            let names = self.names(of: other)
            guard names.isPure, !names.persons.isEmpty else { break }
            for name in names.persons where !Self.contains(persons, name) { persons.append(name) }
            position = other.position
        }
        return persons
    }

    /// The names of an element inside this one that holds nothing else.
    private func within(_ mark: PageEvidence.Marked, _ marks: [PageEvidence.Marked]) -> [String]? {
        for other in marks where other.position > mark.position && other.text.utf8.count < mark.text.utf8.count {
            guard mark.text.holds(other.text) else { continue }
            let names = self.names(of: other)
            if names.isPure, !names.persons.isEmpty { return together(other, names, marks) }
        }
        return nil
    }

    // MARK: Visible lines

    /// Names in a visible line at the article's heading that reads as a byline.
    private var bylineNearHeading: BylineParser.Names {
        let parser = BylineParser(isMarked: false)
        var all = BylineParser.Names()
        var bare: String?
        var label: (text: BylineText, position: Int)?
        let title = sources.title.map { TitleText.folded($0) } ?? ""
        for line in sources.headLines {
            let text = BylineText(line.text)
            guard !text.words.isEmpty else { continue }
            // "Author:" on a line, the name on the next.
            if let label, line.position > label.position, let named = Self.labelled(text, by: label.text) {
                all.persons = named.filter { !isSite($0) }
                all.hadPrefix = !all.persons.isEmpty
                if all.hadPrefix { return all }
            }
            label = BylineParser.prefixEnd(text, from: 0) == text.words.count ? (text, line.position) : nil
            // "Cargo seized by Harbour Police, Port Says" is no byline where it is the headline.
            if label != nil || TitleText.beginning(of: title, with: line.text) == .whole { continue }
            let names = parser.names(in: text)
            if names.hadPrefix || names.hadInnerPrefix && line.text.utf8.count <= 120 {
                all.persons = names.persons.filter { !isSite($0) }
                if !all.persons.isEmpty {
                    all.hadPrefix = names.hadPrefix
                    return all
                }
                if names.hadPrefix { all.organizations += names.organizations.filter { !isSite($0) } }
            } else if let name = nameBesideDate(line.text) ?? nameBesideAgency(text) {
                all.persons = [name]
                return all
            } else if bare == nil, text.isKnownPerson(0..<text.words.count) {
                let name = text.string(0..<text.words.count)
                if !isSite(name) { bare = name }
            }
        }
        if let bare { all.persons = [bare] }
        return all
    }

    /// The persons of a line that a line before it calls the authors. A word alone is a name only behind a colon.
    private static func labelled(_ text: BylineText, by label: BylineText) -> [String]? {
        let isSure = label.words.last?.endsInColon == true
        guard text.bytes.count <= longestNames else { return nil }
        let persons = BylineParser(isMarked: isSure).names(in: text).persons
        let sure = isSure ? persons : persons.filter { $0.contains(" ") && beginsWithGivenName($0) }
        return sure.isEmpty ? nil : sure
    }

    /// Bytes of a line that holds nothing but the authors.
    private static let longestNames = 80

    /// "Anna Smith/GNA"
    private func nameBesideAgency(_ text: BylineText) -> String? {
        guard (3...5).contains(text.words.count), text.bytes.contains(UInt8(ascii: "/")),
            let end = text.words.indices.dropFirst().first(where: { text.words[$0].followsSign }),
            text.words.count - end <= 2, text.isKnownPerson(0..<end)
        else { return nil }
        return text.string(0..<end)
    }

    /// "Anna Smith, 01.12.2021"
    private func nameBesideDate(_ line: String) -> String? {
        guard line.utf8.count <= 90, let date = DateTextParser(monthComesFirst: false).first(in: line) else {
            return nil
        }
        let around = [line.utf8.prefix(date.range.lowerBound), line.utf8.dropFirst(date.range.upperBound)]
        for part in around.compactMap({ Substring($0) }) {
            let text = BylineText(part)
            for index in text.words.indices where index == 0 || text.words[index].followsSign {
                var end = index + 1
                while end < text.words.count, !text.words[end].followsSign { end += 1 }
                let name = text.string(index..<end)
                if isPerson(text, index..<end), !isSite(name) { return name }
            }
        }
        return nil
    }

    /// Whether words beside a date are a person's name: they are often a section's, "Kultur in Hamburg | 4.5.2022".
    private func isPerson(_ text: BylineText, _ range: Range<Int>) -> Bool {
        PersonNameTest.isFullName(text, range)
            && range.contains { text.isGivenName($0) }
    }

    /// Lines around the text's end that may be its signature.
    private static let signatureLines = 3

    /// Who signs at the text's end: "Text: Anna Smith", or the name alone.
    private var signature: [String]? {
        guard let end = sources.evidence.mainText?.upperBound else { return nil }
        let lines = sources.evidence.lines
        let split = lines.index(from: end)
        var label: BylineText?
        for index in max(0, split - Self.signatureLines)..<min(lines.count, split + Self.signatureLines) {
            let around = lines.around(index)
            guard !around.contains(.comments) else { continue }
            let text = BylineText(Array(lines.bytes(index)))
            guard !text.words.isEmpty else { continue }
            if let label, let persons = Self.labelled(text, by: label) { return persons }
            let prefixEnd = BylineParser.prefixEnd(text, from: 0)
            label = prefixEnd == text.words.count ? text : nil
            if prefixEnd > 0 {
                let persons = BylineParser(isMarked: false).names(in: text).persons.filter { $0.contains(" ") }
                if !persons.isEmpty { return persons }
            } else if around.isDisjoint(with: [.tags, .related]), text.isKnownPerson(0..<text.words.count) {
                return [text.string(0..<text.words.count)]
            }
        }
        return nil
    }

    /// Who writes a site that bears a person's name.
    private var owner: String? {
        guard let site = sources.siteName else { return nil }
        let text = BylineText(site)
        guard let first = text.words.firstIndex(where: { !$0.kind.contains(.title) }) else { return nil }
        let name = first..<text.words.count
        return text.isKnownPerson(name) ? text.string(name) : nil
    }

    // MARK: Names that are none

    /// The shortest part of a site's name that stands for it, in bytes.
    private static let shortestSite = 4

    private func isSite(_ name: String) -> Bool {
        let name = TitleText.folded(name)
        // A host may be named after who writes there.
        if sources.hostNames.first == name || sources.hasOwnHost && sources.hostNames.last == name { return true }
        guard let site = sources.foldedSiteName, site.utf8.count >= Self.shortestSite else { return false }
        return name.utf8.count >= Self.shortestSite && site.hasPrefix(name) || name.hasPrefix(site)
    }

    private static func isAuthorLabel(_ label: String) -> Bool {
        [
            "written by", "author", "verfasst von", "geschrieben von", "par", "écrit par", "autor", "scritto da",
            "escrito por",
        ]
        .contains(label.lowercased())
    }
}
