/// Text that came from a client, fit for a line of a log.
enum LogText {
    /// At most so many characters; what is not printable, a line end above all, becomes a question mark.
    static func safe(_ text: String, limit: Int = 200) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(limit) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                safe.append("?")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
