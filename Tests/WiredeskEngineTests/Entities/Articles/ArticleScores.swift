import WiredeskModel

/// What the engine's result for one or more articles is worth beside what an editor says.
struct ArticleScores: Sendable {
    /// What is measured.
    enum Measure: String, CaseIterable {
        /// Names with their exact extent and type.
        case mentions
        /// Names with their exact extent, whatever the type.
        case extents
        /// B³ (Bagga and Baldwin, 1998) over the mentions that both have, so that what is missed counts only once.
        case grouping
        /// Names of entities, of those found.
        case names
        case roles
        case countries
        /// Values of dates.
        case dates
        case speakers
    }

    private var tallies: [Measure: Tally] = [:]
    private(set) var types: [EntityType: Tally] = [:]
    /// What is wrong, in words.
    var mistakes: [String] = []

    subscript(measure: Measure) -> Tally {
        get { tallies[measure, default: Tally()] }
        set { tallies[measure] = newValue }
    }

    mutating func addType(_ type: EntityType, _ change: (inout Tally) -> Void) {
        change(&types[type, default: Tally()])
        change(&self[.mentions])
    }

    static func += (left: inout ArticleScores, right: ArticleScores) {
        for measure in Measure.allCases { left[measure] += right[measure] }
        for (type, tally) in right.types { left.types[type, default: Tally()] += tally }
        left.mistakes += right.mistakes
    }
}
