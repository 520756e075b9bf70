extension String {
    /// The text from one UTF-8 offset up to another. A server may send spans that make no sense; what lies outside the
    /// text is left out.
    func slice(_ start: Int, _ end: Int) -> String {
        let start = max(start, 0)
        let end = min(end, utf8.count)
        guard start < end else { return "" }
        let first = utf8.index(startIndex, offsetBy: start)
        return String(self[first..<utf8.index(first, offsetBy: end - start)])
    }
}
