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
}
