extension HTMLTokenizer {
    /// Reads a tag's name and attributes (13.2.5.8, 13.2.5.32 to 13.2.5.40). Gives the offset after its ">", or nil
    /// when the input ends first.
    mutating func scanTag(from start: Int) -> Int? {
        var scan = start
        let count = bytes.count
        while scan < count, !Self.endsTagName(bytes[scan]) { scan += 1 }
        name = start..<scan
        tag = HTMLTag(rawValue: tags.value(of: name, in: bytes)) ?? .unknown
        attributeList.removeAll()
        isSelfClosing = false
        while scan < count {
            let current = bytes[scan]
            if current == 0x3E { return scan + 1 }
            if current == 0x2F {
                if byte(scan + 1) == 0x3E {
                    isSelfClosing = true
                    return scan + 2
                }
                scan += 1
            } else if isSpace(current) {
                scan += 1
            } else {
                scan = scanAttribute(from: scan)
            }
        }
        return nil
    }

    /// Reads one attribute, gives the offset after it. An "=" in front is part of its name.
    @inline(__always)
    private mutating func scanAttribute(from start: Int) -> Int {
        let count = bytes.count
        var scan = start + 1
        while scan < count, !Self.endsAttributeName(bytes[scan]) { scan += 1 }
        let nameEnd = scan
        var value = scan..<scan
        while scan < count, isSpace(bytes[scan]) { scan += 1 }
        if scan < count, bytes[scan] == 0x3D {
            scan += 1
            while scan < count, isSpace(bytes[scan]) { scan += 1 }
            (value, scan) = scanValue(from: scan)
        } else {
            scan = nameEnd
        }
        let name = HTMLAttributeName(rawValue: attributeNames.value(of: start..<nameEnd, in: bytes)) ?? .unknown
        attributeList.append(
            HTMLAttribute(
                name: name, nameStart: Int32(truncatingIfNeeded: start), nameEnd: Int32(truncatingIfNeeded: nameEnd),
                valueStart: Int32(truncatingIfNeeded: value.lowerBound),
                valueEnd: Int32(truncatingIfNeeded: value.upperBound)))
        return scan
    }

    @inline(__always)
    private func scanValue(from start: Int) -> (value: Range<Int>, next: Int) {
        let first = byte(start)
        if first == 0x22 || first == 0x27 {
            let end = find(first, from: start + 1)
            return (min(start + 1, end)..<end, min(bytes.count, end + 1))
        }
        var scan = start
        while scan < bytes.count, bytes[scan] != 0x3E, !isSpace(bytes[scan]) { scan += 1 }
        return (start..<scan, scan)
    }

    /// White space, "/" and ">": the bits of a word by which the bytes below 64 are told.
    @inline(__always)
    private static func endsTagName(_ byte: UInt8) -> Bool {
        byte < 64 && UInt64(0x4000_8001_0000_3600) &>> UInt64(byte) & 1 != 0
    }

    /// White space, "/", "=" and ">".
    @inline(__always)
    private static func endsAttributeName(_ byte: UInt8) -> Bool {
        byte < 64 && UInt64(0x6000_8001_0000_3600) &>> UInt64(byte) & 1 != 0
    }

    /// The value's extent of the first such attribute of the current tag.
    func value(of name: HTMLAttributeName) -> Range<Int>? {
        for attribute in attributes where attribute.name == name { return attribute.valueRange }
        return nil
    }
}
