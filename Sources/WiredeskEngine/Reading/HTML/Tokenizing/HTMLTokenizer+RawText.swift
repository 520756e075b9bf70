extension HTMLTokenizer {
    /// Where the end tag of the last start tag begins, or the end of the input.
    func endOfRawText(from start: Int) -> Int {
        var scan = start
        while true {
            scan = find(0x3C, from: scan)
            if scan >= bytes.count || isAppropriateEndTag(at: scan) { return scan }
            scan += 1
        }
    }

    /// The same for a script, whose end tag does not count inside `<!-- <script> -->` (13.2.5.15 to 13.2.5.31).
    func endOfScript(from start: Int) -> Int {
        enum Escape { case none, single, double }
        var escape = Escape.none
        var dashes = 0
        var scan = start
        while scan < bytes.count {
            if escape == .none {
                scan = find(0x3C, from: scan)
                if isAppropriateEndTag(at: scan) { return scan }
                if matches("<!--", at: scan) {
                    escape = .single
                    dashes = 2
                    scan += 4
                } else {
                    scan += 1
                }
                continue
            }
            switch bytes[scan] {
            case 0x2D: dashes += 1
            case 0x3E:
                if dashes >= 2 { escape = .none }
                dashes = 0
            case 0x3C:
                dashes = 0
                if escape == .single {
                    if isAppropriateEndTag(at: scan) { return scan }
                    if isScriptName(at: scan + 1) {
                        escape = .double
                        scan += 7
                    }
                } else if byte(scan + 1) == 0x2F, isScriptName(at: scan + 2) {
                    escape = .single
                    scan += 8
                }
            default: dashes = 0
            }
            scan += 1
        }
        return bytes.count
    }

    /// "script" and what ends a tag's name.
    private func isScriptName(at start: Int) -> Bool {
        matches("script", at: start) && start + 6 < bytes.count && endsName(bytes[start + 6])
    }

    /// `</`, the last start tag's name, and what ends a name (13.2.5, "appropriate end tag token").
    private func isAppropriateEndTag(at start: Int) -> Bool {
        let after = start + 2 + lastStartName.count
        guard after < bytes.count, bytes[start + 1] == 0x2F, !lastStartName.isEmpty, endsName(bytes[after]) else {
            return false
        }
        for (offset, expected) in lastStartName.enumerated()
        where lowercase(bytes[start + 2 + offset]) != expected {
            return false
        }
        return true
    }

    @inline(__always)
    private func endsName(_ byte: UInt8) -> Bool { byte == 0x3E || byte == 0x2F || isSpace(byte) }
}
