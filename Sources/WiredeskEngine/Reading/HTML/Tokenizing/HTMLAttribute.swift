import CWiredeskKernels

/// An attribute as it stands in the input: offsets, character references not resolved.
typealias HTMLAttribute = wiredesk_html_attribute

extension HTMLAttribute {
    @inline(__always)
    var name: HTMLAttributeName { HTMLAttributeName(rawValue: nameValue) ?? .unknown }

    @inline(__always)
    var nameRange: Range<Int> { Int(nameStart)..<Int(nameEnd) }

    @inline(__always)
    var valueRange: Range<Int> { Int(valueStart)..<Int(valueEnd) }
}
