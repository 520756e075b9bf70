/// A wording of page furniture found in a block.
struct Cue {
    /// How much of the block the wording is, from weak to strong.
    enum Strength: UInt8, Comparable {
        case held, begins, whole

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    var reason: RemovalReason
    var strength: Strength
}
