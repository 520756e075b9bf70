import WiredeskModel

/// The headings under which people look for entities.
enum EntityGroup: CaseIterable {
    case people, organizations, places, groups, events, works, products, others, times, amounts

    init(_ type: EntityType) {
        self =
            switch type {
            case .person: .people
            case .organization: .organizations
            case .geopolitical, .location, .facility: .places
            case .nationality: .groups
            case .event: .events
            case .work, .law: .works
            case .product: .products
            case .misc: .others
            case .date, .time, .duration, .set: .times
            case .money, .percent, .quantity: .amounts
            }
    }

    var title: String {
        switch self {
        case .people: "People"
        case .organizations: "Organizations"
        case .places: "Places"
        case .groups: "Nationalities and groups"
        case .events: "Events"
        case .works: "Works and laws"
        case .products: "Products"
        case .others: "Other names"
        case .times: "Dates and times"
        case .amounts: "Amounts"
        }
    }

    var style: TextStyle {
        switch self {
        case .people: .person
        case .organizations: .organization
        case .places: .place
        case .times: .time
        case .amounts: .amount
        case .groups, .events, .works, .products, .others: .other
        }
    }

    /// The entities of this group: names by how much the article is about them, times and amounts as the text has
    /// them.
    func members(of entities: [Entity]) -> [Entity] {
        let members = entities.filter { EntityGroup($0.type) == self }
        if self == .times || self == .amounts { return members }
        return members.sorted { ($0.salience, -$0.id) > ($1.salience, -$1.id) }
    }
}
