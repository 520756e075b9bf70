extension RandomAccessCollection where Index == Int {
    /// Where the elements begin that satisfy the predicate, when none before them does and all behind them do; the end when
    /// none does. Takes time logarithmic in their number.
    @inline(__always)
    func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
