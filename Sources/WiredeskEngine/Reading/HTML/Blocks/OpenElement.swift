/// An element whose end has not been seen.
struct OpenElement {
    var tag: HTMLTag
    /// The page's element that blocks belong to once this one ends.
    var outer: Int32
    var isLink = false
    var isBold = false
    var isItalic = false
    /// Its text is not shown.
    var isHidden = false
    /// Its text is none of the page's: drawings, menus of choices, fallbacks.
    var isSkipped = false
    /// Position among the evidence collector's open marks, -1 for none.
    var mark: Int32 = -1
}
