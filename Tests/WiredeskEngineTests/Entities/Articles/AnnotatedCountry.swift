/// The country of a place or nationality.
enum AnnotatedCountry: Sendable, Equatable {
    /// To be left out: `-`.
    case none
    case code(String)
    /// Too small a place to be known, but nothing else may be said: `IE?`.
    case atMost(String)

    init?(_ text: some StringProtocol) {
        let code = text.hasSuffix("?") ? String(text.dropLast()) : String(text)
        if text == "-" {
            self = .none
        } else if code.count == 2, code.allSatisfy({ $0.isASCII && $0.isUppercase }) {
            self = text.hasSuffix("?") ? .atMost(code) : .code(code)
        } else {
            return nil
        }
    }
}
