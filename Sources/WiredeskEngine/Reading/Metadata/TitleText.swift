/// How titles are compared.
enum TitleText {
    /// Letters and digits alone, lower-case.
    static func folded(_ text: some StringProtocol) -> String {
        var folded = ""
        for scalar in text.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            folded.unicodeScalars.append(scalar)
        }
        return folded
    }
}
