/// Makes text that others wrote safe to print.
enum TerminalText {
    /// The text without what could move the cursor, recolour or reorder the screen: control characters (C0, C1, DEL,
    /// and with them every escape sequence), and the bidirectional embeddings, overrides and isolates (Unicode TR 36,
    /// "bidirectional text spoofing"). White space of any kind becomes one space each. Marks that Arabic and Hebrew
    /// need stay.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { replacement(for: $0) != .itself }) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch replacement(for: scalar) {
            case .itself: safe.append(scalar)
            case .space: safe.append(" ")
            case .nothing: break
            }
        }
        return String(safe)
    }

    private enum Replacement { case itself, space, nothing }

    private static func replacement(for scalar: Unicode.Scalar) -> Replacement {
        switch scalar.value {
        case 0x20..<0x7F: .itself
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: .space
        case 0..<0x20, 0x7F..<0xA0: .nothing
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .nothing
        default: .itself
        }
    }
}
