/// An element of the page that holds blocks. Elements stand in document order, each after its parent.
struct PageElement {
    /// Position of the parent among the page's elements; the first element is its own.
    var parent: Int32
    var tag: HTMLTag
    var depth: UInt16
    /// Hash of its tag and its class, digits left out: elements of one template have the same.
    var signature: UInt32 = 0
    /// What its own attributes say.
    var own: MarkupEvidence
    /// What its own and its ancestors' say, `html` and `body` left out: themes write all they can there.
    var path: MarkupEvidence
    /// The tags around it, itself included.
    var around: PageContext
}
