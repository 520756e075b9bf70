import WiredeskModel

/// An article to try, as the page's script reads it.
struct ExampleRecord: Record {
    private var title = ""
    private var article = ""

    init() {}

    init(_ title: String, _ article: UnsafePointer<CChar>) {
        self.title = title
        self.article = String(cString: article)
    }

    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("title", &title)
        try fields.required("article", &article)
    }
}
