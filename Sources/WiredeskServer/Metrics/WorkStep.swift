import WiredeskModel

/// What a worker does for a request, step by step: the engine's stages, and the way in and out.
package enum WorkStep: Int, Sendable, CaseIterable {
    /// Inflating the payload and taking it apart.
    case decoding
    case reading
    case entities
    case summary
    /// Writing the result, and deflating it.
    case encoding

    init(_ stage: Stage) {
        switch stage {
        case .reading: self = .reading
        case .entities: self = .entities
        case .summary: self = .summary
        }
    }

    /// The name in the metrics.
    package var name: String { "\(self)" }
}
