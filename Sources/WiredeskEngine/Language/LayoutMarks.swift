/// What separated lines before somebody joined them: rulers and time stamps of messages.
struct LayoutMarks {
    let text: UTF8Text

    /// The range of the ruler or time stamp around a byte of it, if it is one.
    func range(around index: Int) -> Range<Int>? {
        text[index] == UInt8(ascii: "/") ? stamp(atSlash: index) : ruler(from: index)
    }

    /// Eight or more of the same mark before a blank.
    private func ruler(from start: Int) -> Range<Int>? {
        let mark = text[start]
        guard text[start + 1] == mark, text[start - 1] != mark else { return nil }
        var end = start + 1
        while text[end] == mark { end += 1 }
        return end - start >= 8 && text[end] <= 0x20 ? start..<end : nil
    }

    /// `08/16/2000 03:48 PM`.
    private func stamp(atSlash index: Int) -> Range<Int>? {
        let start = index - 2
        guard digits(at: start) == 2, text[start - 1] <= 0x20, digits(at: index + 1) == 2,
            text[index + 3] == UInt8(ascii: "/")
        else { return nil }
        let year = digits(at: index + 4)
        guard year == 2 || year == 4 else { return nil }
        var end = index + 4 + year
        guard text[end] == 0x20, digits(at: end + 1) == 2, text[end + 3] == UInt8(ascii: ":"), digits(at: end + 4) == 2
        else { return nil }
        end += 6
        if text[end] == UInt8(ascii: ":"), digits(at: end + 1) == 2 { end += 3 }
        if text.has(" AM", at: end) || text.has(" PM", at: end) { end += 3 }
        return text[end] <= 0x20 ? start..<end : nil
    }

    /// Digits from an index, counted to five.
    private func digits(at start: Int) -> Int {
        var end = start
        while end - start < 5, text[end].isDigit { end += 1 }
        return end - start
    }
}
