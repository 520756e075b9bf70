/// Evidence for each type of name, in log-odds-like points that add up.
struct TypeScores {
    /// The order of the scores.
    static let types: [EntityType] = [
        .person, .organization, .geopolitical, .location, .facility, .nationality, .event, .law, .work, .product, .misc,
    ]

    private var values = SIMD16<Float>(repeating: 0)

    static func position(_ type: EntityType) -> Int {
        switch type {
        case .person: 0
        case .organization: 1
        case .geopolitical: 2
        case .location: 3
        case .facility: 4
        case .nationality: 5
        case .event: 6
        case .law: 7
        case .work: 8
        case .product: 9
        default: 10
        }
    }

    subscript(type: EntityType) -> Float {
        get { values[Self.position(type)] }
        set { values[Self.position(type)] = newValue }
    }

    mutating func add(_ points: Float, to type: EntityType) { values[Self.position(type)] += points }

    static func += (left: inout TypeScores, right: TypeScores) { left.values += right.values }

    func scaled(by factor: Float) -> TypeScores {
        var scaled = self
        scaled.values *= factor
        return scaled
    }

    /// The best of some types, the first of them on a tie.
    func best(of types: [EntityType]) -> EntityType {
        var best = types[0]
        for type in types where self[type] > self[best] { best = type }
        return best
    }

    /// The best type, the first in order on a tie, and how far it lies before the second.
    var best: (type: EntityType, score: Float, margin: Float) {
        var first = 0
        for index in Self.types.indices where values[index] > values[first] { first = index }
        var second = -Float.infinity
        for index in Self.types.indices where index != first { second = max(second, values[index]) }
        return (Self.types[first], values[first], values[first] - second)
    }
}
