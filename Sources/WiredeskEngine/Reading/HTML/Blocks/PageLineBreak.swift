/// A line break inside a block of a page.
struct PageLineBreak {
    /// Where the text behind it begins, a space after the text before it; in the page's text.
    var next: Int
    /// From the text before it to the text behind it, in the decoded input.
    var source: Range<Int>
}
