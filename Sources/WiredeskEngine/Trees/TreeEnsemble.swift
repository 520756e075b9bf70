import CWiredeskKernels

/// Gradient-boosted decision trees (Friedman, 2001) as `Training/reading` writes them, evaluated for eight rows at once.
final class TreeEnsemble: @unchecked Sendable {
    // Sendable: what it points to is its own and never changes.

    typealias Row = SIMD8<Float>
    static let lanes = Int(WIREDESK_ENSEMBLE_LANES)

    /// After so many trees a score beyond `certain` is not changed by the rest.
    private static let checkpoints: Int32 = 16
    private static let certain: Float = 3.7

    private let splits: UnsafeMutableBufferPointer<wiredesk_tree_split>
    private let features: UnsafeMutableBufferPointer<wiredesk_tree_feature>
    private let values: UnsafeMutableBufferPointer<Float>
    private let ensemble: wiredesk_ensemble

    /// Reads trees in preorder: `feature<threshold` for a split, its left and its right branch; a bare number for a leaf.
    /// Trees are separated by `/`, and there is one at least.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        let parser = TreeEnsembleParser(text)
        splits = Self.copy(parser.splits)
        features = Self.copy(parser.features)
        values = Self.copy(parser.values)
        ensemble = wiredesk_ensemble(
            splits: splits.baseAddress.unsafelyUnwrapped, features: features.baseAddress.unsafelyUnwrapped,
            feature_count: Int32(features.count), values: values.baseAddress.unsafelyUnwrapped,
            trees: Int32(parser.trees), checkpoints: Self.checkpoints, certain: Self.certain)
    }

    /// Reads a text up to a NUL.
    convenience init(_ table: UnsafePointer<UInt8>) {
        var count = 0
        while table[count] != 0 { count += 1 }
        self.init(UnsafeBufferPointer(start: table, count: count))
    }

    deinit {
        splits.deallocate()
        features.deallocate()
        values.deallocate()
    }

    private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = copy.initialize(fromContentsOf: elements)
        return copy
    }

    /// The score of each of eight rows, which is the logarithm of the odds: the sum of its leaves.
    ///
    /// - Parameters:
    ///   - numbers: the rows side by side, one vector for each feature.
    ///   - kernel: the one for this processor, or the portable one.
    func scores(_ numbers: UnsafeBufferPointer<Row>, by kernel: Kernel = wiredesk_score_ensemble) -> Row {
        let rows = UnsafeRawPointer(numbers.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: Float.self)
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(ensemble.trees) * Self.lanes) { left in
            withUnsafePointer(to: ensemble) { ensemble in
                var scores = Row.zero
                withUnsafeMutableBytes(of: &scores) { scores in
                    kernel(
                        ensemble, rows, left.baseAddress.unsafelyUnwrapped,
                        scores.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Float.self))
                }
                return scores
            }
        }
    }

    typealias Kernel = (
        UnsafePointer<wiredesk_ensemble>, UnsafePointer<Float>, UnsafeMutablePointer<UInt32>,
        UnsafeMutablePointer<Float>
    ) -> Void
}
