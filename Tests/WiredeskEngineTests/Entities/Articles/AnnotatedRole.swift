/// A role as an editor writes it; what stands in parentheses may be left out: `(Norwich) manager`.
struct AnnotatedRole: Sendable {
    let accepted: [String]

    init(_ text: Substring) {
        let full = text.filter { $0 != "(" && $0 != ")" }
        var short = ""
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if depth == 0 { short.append(character) }
            if character == ")" { depth -= 1 }
        }
        accepted = [full, short].map { $0.split(separator: " ").joined(separator: " ") }
    }
}
