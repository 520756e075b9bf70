/// The stack of open elements (HTML 13.2.4.2), and how many of each tag are among them.
struct OpenElements: ~Copyable {
    /// Deeper elements are not told apart, as in browsers, so that a page of a million open elements costs no more.
    static let maximumDepth = 512

    private let elements = UnsafeMutablePointer<OpenElement>.allocate(capacity: OpenElements.maximumDepth)
    private let counts = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    private(set) var count = 0

    init() { counts.initialize(repeating: 0, count: 256) }

    deinit {
        elements.deallocate()
        counts.deallocate()
    }

    var isFull: Bool { count == Self.maximumDepth }

    /// The innermost element's tag.
    var top: HTMLTag? { count > 0 ? elements[count - 1].tag : nil }

    /// Whether an element of the tag is open.
    @inline(__always)
    func has(_ tag: HTMLTag) -> Bool { counts[Int(tag.rawValue)] > 0 }

    /// The element at a depth, the outermost at 0.
    @inline(__always)
    subscript(depth: Int) -> OpenElement {
        precondition(depth >= 0 && depth < count)
        return elements[depth]
    }

    /// Opens an element inside all others. Not to be called when full.
    mutating func push(_ element: OpenElement) {
        precondition(!isFull)
        (elements + count).initialize(to: element)
        counts[Int(element.tag.rawValue)] += 1
        count += 1
    }

    mutating func pop() -> OpenElement? {
        guard count > 0 else { return nil }
        count -= 1
        let element = elements[count]
        counts[Int(element.tag.rawValue)] -= 1
        return element
    }
}
