/// Countries and peoples under their several names.
extension NameGrouper {
    mutating func joinPlacesAndPeoples() {
        let hasNorthKorea = forms.contains { $0.known.countryCode == "KP" }
        var countries: [UInt16: Int] = [:]
        var peoples: [UInt16: Int] = [:]
        var singular: [String: Int] = [:]
        for index in forms.indices {
            let known = forms[index].known
            let isOneOfMany = isPart(forms[index], hasNorthKorea: hasNorthKorea)
            switch forms[index].type {
            case .geopolitical where known.kinds.contains(.country) && known.country != 0 && !isOneOfMany:
                if let other = countries[known.country] {
                    clusters.join(other, index)
                } else {
                    countries[known.country] = index
                }
            case .nationality:
                if known.country != 0, !isOneOfMany {
                    if let other = peoples[known.country] {
                        clusters.join(other, index)
                    } else {
                        peoples[known.country] = index
                    }
                } else {
                    var name = text.string(ofLexemes: names[forms[index].mentions[0]].lexemes).lowercased()
                    if name.hasSuffix("s"), !name.hasSuffix("ss") { name.removeLast() }
                    if let other = singular[name] { clusters.join(other, index) } else { singular[name] = index }
                }
            default: break
            }
        }
    }

    /// Whether the name may be that of a part or another half of the country under whose code the gazetteer has it:
    /// England is not Britain, and Korea may be either.
    private func isPart(_ form: NameForm, hasNorthKorea: Bool) -> Bool {
        switch form.known.countryCode {
        case "GB": !GroupingWords.unitedKingdom.contains(form.key)
        case "KR": hasNorthKorea && !GroupingWords.southKorea.contains(form.key)
        case "PS": true
        case "DE", "VN", "TR", "IR": form.words.count > 1
        default: false
        }
    }
}
