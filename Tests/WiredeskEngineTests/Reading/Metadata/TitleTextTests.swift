import Testing

@testable import WiredeskEngine

@Suite struct TitleTextTests {
    @Test(arguments: [
        ("The Dam's 3rd Gate — opens!", "thedams3rdgateopens"),
        ("ÉCLAIR, à la Düne", "éclairàladüne"),
        ("ダム 12 基", "ダム12基"), ("½ Meile", "½meile"), ("·|–", ""),
    ])
    func keepsLettersAndDigitsAlone(_ text: String, _ folded: String) {
        #expect(TitleText.folded(text) == folded)
    }

    /// What is compared letter by letter agrees with what is folded whole.
    @Test(arguments: [
        ("Harbour reopens", "Harbour reopens - The Gull"), ("HARBOUR: reopens!", "Harbour reopens"),
        ("Harbour closes", "Harbour reopens"), ("", "Harbour"), ("– ·", "Harbour"), ("Größe", "GRÖSSE"),
        ("ダム12", "ダム 12 基"), ("Harbour reopens soon", "Harbour reopens"), ("Ärger", "ÄRGER am Hafen"),
    ])
    func comparesAsFoldedTextsDo(_ text: String, _ other: String) {
        let (short, long) = (TitleText.folded(text), TitleText.folded(other))
        let expected: TitleText.Beginning =
            short.isEmpty ? .other : short == long ? .whole : long.hasPrefix(short) ? .begins : .other
        #expect(TitleText.beginning(of: long, with: text) == expected)
        #expect((TitleText.key(text) == TitleText.key(other)) == (short == long))
    }

    @Test func foldsFromAnOffsetOn() {
        #expect(TitleText.folded("Gull | Harbour", from: 6) == "harbour")
        #expect(TitleText.folded("Gull", from: 9) == "")
    }
}
