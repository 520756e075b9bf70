/// An attribute as it stands in the input: offsets, character references not resolved.
struct HTMLAttribute {
    var name: HTMLAttributeName
    var nameStart: Int32
    var nameEnd: Int32
    var valueStart: Int32
    var valueEnd: Int32

    var nameRange: Range<Int> { Int(nameStart)..<Int(nameEnd) }
    var valueRange: Range<Int> { Int(valueStart)..<Int(valueEnd) }
}
