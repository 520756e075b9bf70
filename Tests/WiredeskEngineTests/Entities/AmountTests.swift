import Testing

@testable import WiredeskEngine

@Suite struct AmountTests {
    @Test(arguments: [
        ("It cost $1.2 billion to build.", "$1.2 billion", EntityType.money, "USD 1200000000"),
        ("They paid over 422,000 euros in arrears.", "422,000 euros", .money, "EUR 422000"),
        ("They paid €5m for it.", "€5m", .money, "EUR 5000000"),
        ("They paid HK$20 for it.", "HK$20", .money, "HKD 20"),
        ("They paid five million Canadian dollars.", "five million Canadian dollars", .money, "CAD 5000000"),
        ("It cost 75 cents.", "75 cents", .money, "USD 0.75"),
        ("Turnout was 58% there.", "58%", .percent, "58 %"),
        ("It fell by twelve per cent.", "twelve per cent", .percent, "12 %"),
        ("It is 12.5 km long.", "12.5 km", .quantity, "12.5 km"),
        ("It covers 1,500 square miles.", "1,500 square miles", .quantity, "1500 sq mi"),
        ("He lost 20 pounds in spring.", "20 pounds", .quantity, "20 lb"),
    ])
    func readsAmounts(_ text: String, _ words: String, _ type: EntityType, _ value: String) throws {
        let entity = try #require(try EntityFixture(text).entity(mentioned: words))
        #expect(entity.type == type)
        #expect(entity.value == value)
    }

    @Test func readsNoAmountBeyondTheRangeOfIntegers() throws {
        let digits = String(repeating: "9", count: 40)
        #expect(try EntityFixture("It cost $\(digits) billion.").names(.money).isEmpty)
    }
}
