import WiredeskModel

extension Entity {
    /// What is known of it besides its name: value, expansion, roles, country, other forms of the name.
    var knowledge: String {
        var parts: [String] = []
        if let value = value.flatMap({ ReadableValue.text($0, of: type) }), value != name {
            // Most dates are resolved against the day of publication; only others need saying.
            let basis = basis == "published" ? nil : basis
            parts.append("= " + value + (basis.map { " (from \(ReadableDate.text($0)))" } ?? ""))
        }
        if let expansion, expansion != name { parts.append(expansion) }
        var titles: [String] = []
        for role in roles where !titles.contains(role.title) { titles.append(role.title) }
        if !titles.isEmpty { parts.append(titles.joined(separator: ", ")) }
        if let country { parts.append(country) }
        let others = aliases.filter { $0 != expansion }
        if !others.isEmpty { parts.append("also " + others.prefix(4).joined(separator: ", ")) }
        return parts.joined(separator: "; ")
    }
}
