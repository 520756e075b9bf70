@testable import WiredeskEngine

/// The features that the table has room for: in each bucket those that weigh most.
struct FeatureSelection {
    static let bucketBits = 17

    private(set) var keys: [UInt32]
    private var importances: [Float]

    init() {
        let slots = NameTaggerModel.bucketFeatures << Self.bucketBits
        keys = Array(repeating: 0, count: slots)
        importances = Array(repeating: 0, count: slots)
    }

    private func bucket(of hash: UInt32) -> Range<Int> {
        let first = Int(hash >> (32 - UInt32(Self.bucketBits))) * NameTaggerModel.bucketFeatures
        return first..<first + NameTaggerModel.bucketFeatures
    }

    /// The row of a feature, or nil when the table does not have it.
    @inline(__always)
    func row(of hash: UInt32) -> Int? {
        for slot in bucket(of: hash) where keys[slot] == hash { return slot }
        return nil
    }

    /// Offers a feature; the least important one of a full bucket goes.
    mutating func offer(_ hash: UInt32, importance: (UInt32) -> Float) {
        guard hash != 0, row(of: hash) == nil else { return }
        let value = importance(hash)
        guard value > 0, let least = bucket(of: hash).min(by: { importances[$0] < importances[$1] }),
            importances[least] < value
        else { return }
        keys[least] = hash
        importances[least] = value
    }
}
