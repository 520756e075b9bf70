import WiredeskModel

extension Stage {
    /// The code of its PART frames.
    package var code: UInt16 {
        switch self {
        case .reading: 1
        case .entities: 2
        case .summary: 3
        }
    }

    package init?(code: UInt16) {
        guard let stage = Stage.allCases.first(where: { $0.code == code }) else { return nil }
        self = stage
    }
}
