/// How titles are compared.
enum TitleText {
    /// Letters and digits alone, lower-case.
    static func folded(_ text: some StringProtocol) -> String {
        let lower = text.lowercased()
        return String(unsafeUninitializedCapacity: lower.utf8.count) { output in
            var count = 0
            for scalar in lower.unicodeScalars where isLetterOrDigit(scalar) {
                for byte in scalar.utf8 {
                    output[count] = byte
                    count += 1
                }
            }
            return count
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        // Unicode's tables are slow to ask, and most titles are mostly ASCII.
        if scalar.isASCII { return CharacterReferences.isAlphanumeric(UInt8(truncatingIfNeeded: scalar.value)) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
