/// The rows in the table of the features of all words, without those that the table does not have.
struct FeatureRows {
    private var rows: [Int32] = []
    private var ends: [Int] = []
    private var secondRows: [Int32] = []
    private var secondEnds: [Int] = []
    /// Rows in the table.
    let table: Int

    init(_ set: TrainingSet, _ selection: FeatureSelection) {
        table = selection.keys.count
        for word in set.labels.indices {
            for feature in set.features[(word == 0 ? 0 : set.ends[word - 1])..<set.ends[word]] {
                if let row = selection.row(of: feature) { rows.append(Int32(row)) }
            }
            ends.append(rows.count)
            for feature in set.secondFeatures[(word == 0 ? 0 : set.secondEnds[word - 1])..<set.secondEnds[word]] {
                if let row = selection.row(of: feature) { secondRows.append(Int32(row)) }
            }
            secondEnds.append(secondRows.count)
        }
    }

    func first(_ word: Int) -> ArraySlice<Int32> { rows[(word == 0 ? 0 : ends[word - 1])..<ends[word]] }

    /// Those of the second pass alone.
    func second(_ word: Int) -> ArraySlice<Int32> {
        secondRows[(word == 0 ? 0 : secondEnds[word - 1])..<secondEnds[word]]
    }
}
