/// Says in which country a place lies or which one's people are meant, and nothing where the name has several and the
/// text does not tell.
struct CountryResolver {
    /// The codes of countries that the text names, their people, regions or large cities, by names with one meaning.
    private let named: Set<String>
    /// Those of which it names regions or large cities.
    private let visited: Set<String>

    init(_ forms: [NameForm]) {
        var named: Set<String> = []
        var visited: Set<String> = []
        for form in forms where form.type == .geopolitical || form.type == .nationality {
            let kinds = form.known.kinds
            guard let code = Self.code(of: form), !kinds.contains(.ambiguous),
                !kinds.isDisjoint(with: [.country, .demonym, .region, .majorCity])
            else { continue }
            named.insert(code)
            if kinds.isDisjoint(with: [.country, .demonym]) { visited.insert(code) }
        }
        self.named = named
        self.visited = visited
    }

    func country(of form: NameForm, _ type: EntityType) -> String? {
        guard let code = Self.code(of: form) else { return nil }
        let kinds = form.known.kinds
        if kinds.contains(.ambiguous) { return meant(code, form) }
        let wanted: Gazetteer.Kinds = type == .nationality ? .demonym : [.country, .region, .majorCity]
        if !kinds.isDisjoint(with: wanted) { return code }
        // A town has namesakes elsewhere; where the text speaks of its country too, it is the one.
        return type == .geopolitical && kinds.contains(.city) && named.contains(code) ? code : nil
    }

    private static func code(of form: NameForm) -> String? {
        GroupingWords.regions[form.key] ?? form.known.countryCode
    }

    /// For an ambiguous name the text must name the country otherwise: its people or capital for Georgia, or other
    /// American states and cities for the state.
    private func meant(_ code: String, _ form: NameForm) -> String? {
        if code == "KR", named.contains("KP") { return nil }
        if named.contains(code) { return code }
        if form.key == GroupingWords.georgia { return visited.contains("US") ? "US" : nil }
        return form.known.kinds.contains(.demonym) && !form.known.kinds.contains(.common) && code != "GE" ? code : nil
    }
}
