/// A line of the input that is not blank.
struct TextLine {
    /// Without white space at its ends.
    var range: Range<Int>
    /// Blank lines between it and the line before.
    var blanksBefore: Int
    /// Columns of white space that it began with.
    var indent: Int
}
