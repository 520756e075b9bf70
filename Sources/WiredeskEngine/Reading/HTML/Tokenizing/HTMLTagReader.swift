import CWiredeskKernels

/// Reads tags, and holds what was read of the last one. Its memory is used again for each tag.
struct HTMLTagReader: ~Copyable {
    /// No page's tag has as many attributes; those past them are not kept.
    static let maximumAttributes = 1024

    private var kernel: wiredesk_html_tag_reader

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        kernel = wiredesk_html_tag_reader(
            bytes: bytes.baseAddress, count: bytes.count, tags: HTMLNameTable.tags.slots,
            attributeNames: HTMLNameTable.attributes.slots, attributes: .allocate(capacity: Self.maximumAttributes),
            capacity: Self.maximumAttributes,
            nameStart: 0, nameEnd: 0, attributeCount: 0, attributeValues: 0, nameValue: 0, isSelfClosing: false)
    }

    deinit { kernel.attributes.deallocate() }

    /// Reads the tag whose name begins at the offset. Gives the offset after its ">", or nil when the input ends first.
    @inline(__always)
    mutating func read(from start: Int) -> Int? {
        guard kernel.bytes != nil else { return nil }
        let end = wiredesk_read_html_tag(&kernel, start)
        return end == 0 ? nil : end
    }

    @inline(__always)
    var name: Range<Int> { kernel.nameStart..<kernel.nameEnd }

    @inline(__always)
    var tag: HTMLTag { HTMLTag(rawValue: kernel.nameValue) ?? .unknown }

    @inline(__always)
    var isSelfClosing: Bool { kernel.isSelfClosing }

    /// Valid until the next tag.
    @inline(__always)
    var attributes: UnsafeBufferPointer<HTMLAttribute> {
        UnsafeBufferPointer(start: kernel.attributes, count: kernel.attributeCount)
    }

    @inline(__always)
    func has(_ names: HTMLAttributeName.Set) -> Bool { kernel.attributeValues & names.rawValue != 0 }

    /// The value's extent of the first such attribute.
    @inline(__always)
    func value(of name: HTMLAttributeName) -> Range<Int>? {
        guard kernel.attributeValues & 1 << UInt32(name.rawValue) != 0 else { return nil }
        return firstValue(of: name)
    }

    private func firstValue(of name: HTMLAttributeName) -> Range<Int>? {
        for attribute in attributes where attribute.nameValue == name.rawValue { return attribute.valueRange }
        return nil
    }
}
