/// A page taken apart: its visible text in blocks, the elements around them, and what the markup says.
struct Page {
    /// The visible text, UTF-8, a line feed between blocks.
    var text: [UInt8] = []
    var blocks: [PageBlock] = []
    /// Inside blocks, in order.
    var lineBreaks: [PageLineBreak] = []
    var elements: [PageElement] = []
    /// Text that is marked as not shown.
    var hidden: [HiddenText] = []
    var evidence = PageEvidence()

    struct HiddenText {
        var source: Range<Int>
        /// UTF-8, white space collapsed.
        var text: [UInt8]
    }
}
