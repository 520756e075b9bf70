import Testing

@testable import WiredeskEngine

@Suite struct CountryTests {
    @Test(arguments: [
        ("The capital of Georgia, Tbilisi, is old.", "Georgia", "GE"),
        ("They drove from Alabama to Georgia and on to Florida.", "Georgia", "US"),
        ("He has lived in Georgia for years.", "Georgia", nil),
        ("They moved from Oslo in Norway to Bergen last year.", "Bergen", "NO"),
        ("They moved to Bergen last year with their dog.", "Bergen", nil),
        ("Snow fell in Montana and in Wyoming on Friday.", "Montana", "US"),
        ("They flew from Seoul to Korea's south coast.", "Korea", "KR"),
        ("North Korea and South Korea share Korea between them.", "Korea", nil),
        ("The Norwegian delegation left for Vienna.", "Norwegian", "NO"),
    ])
    func isGivenWhereTheTextTells(_ text: String, _ place: String, _ country: String?) throws {
        #expect(try EntityFixture(text).entity(mentioned: place)?.country == country)
    }
}
