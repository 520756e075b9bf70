/// How much of what was given is right, and how much of what was wanted was found.
struct Tally: Sendable {
    private var precise = 0.0
    private var given = 0.0
    private var recalled = 0.0
    private var wanted = 0.0

    var precision: Double { given == 0 ? 1 : precise / given }
    var recall: Double { wanted == 0 ? 1 : recalled / wanted }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    var isEmpty: Bool { given == 0 && wanted == 0 }

    /// Something given, by how much it is right.
    mutating func give(_ credit: Double) {
        given += 1
        precise += credit
    }

    /// Something wanted, by how much it was found.
    mutating func want(_ credit: Double) {
        wanted += 1
        recalled += credit
    }

    mutating func give(_ isRight: Bool) { give(isRight ? 1 : 0) }
    mutating func want(_ isFound: Bool) { want(isFound ? 1 : 0) }

    static func += (left: inout Tally, right: Tally) {
        left.precise += right.precise
        left.given += right.given
        left.recalled += right.recalled
        left.wanted += right.wanted
    }
}
