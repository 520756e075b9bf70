import Testing

@testable import WiredeskEngine

@Suite struct AmountTests {
    @Test(arguments: [
        ("It cost $1.2 billion to build.", "$1.2 billion", "USD 1200000000"),
        ("They paid over 422,000 euros in arrears.", "422,000 euros", "EUR 422000"),
        ("They paid €5m for it.", "€5m", "EUR 5000000"),
        ("They paid US$5 million for it.", "US$5 million", "USD 5000000"),
        ("They paid C$3m for it.", "C$3m", "CAD 3000000"),
        ("They paid HK$20 for it.", "HK$20", "HKD 20"),
        ("They paid five million Canadian dollars.", "five million Canadian dollars", "CAD 5000000"),
        ("Five million dollars were paid for it.", "Five million dollars", "USD 5000000"),
        ("They paid half a million euros for it.", "half a million euros", "EUR 500000"),
        ("They paid Rs 500 crore for it.", "Rs 500 crore", "INR 5000000000"),
        ("They paid SFr20m for it.", "SFr20m", "CHF 20000000"),
        ("They paid EUR 30 million for it.", "EUR 30 million", "EUR 30000000"),
        ("It was a $20-million contract.", "$20-million", "USD 20000000"),
        ("It cost 75 cents.", "75 cents", "USD 0.75"),
        ("They paid fifty pence for it.", "fifty pence", "GBP 0.5"),
        ("They paid $3 to $4 million for it.", "$3 to $4 million", "USD 3000000-4000000"),
        ("They paid $500,000 to $1 million for it.", "$500,000 to $1 million", "USD 500000-1000000"),
        ("They paid between 20 and 30 million euros.", "20 and 30 million euros", "EUR 20000000-30000000"),
        ("It takes three to four million pounds to build.", "three to four million pounds", "GBP 3000000-4000000"),
    ])
    func readsMoney(_ text: String, _ words: String, _ value: String) throws {
        try expect(text, words, .money, value)
    }

    @Test(arguments: [
        ("Turnout was 58% there.", "58%", "58 %"),
        ("It fell by twelve per cent.", "twelve per cent", "12 %"),
        ("It fell by 3.5 pct there.", "3.5 pct", "3.5 %"),
        ("It rose 5 percentage points to reach that.", "5 percentage points", "5 %"),
        ("It rose half a percentage point there.", "half a percentage point", "0.5 %"),
        ("It rose a quarter of a percentage point there.", "a quarter of a percentage point", "0.25 %"),
        ("The bank raised it by 25 basis points.", "25 basis points", "0.25 %"),
        ("The bond pays 4 3/8% to its holders.", "4 3/8%", "4.375 %"),
        ("Tariffs of 10-15% apply there.", "10-15%", "10-15 %"),
        ("It rose from 10 to 15 percent there.", "15 percent", "15 %"),
    ])
    func readsPercentages(_ text: String, _ words: String, _ value: String) throws {
        try expect(text, words, .percent, value)
    }

    @Test(arguments: [
        ("It is 12.5 km long.", "12.5 km", "12.5 km"),
        ("It is 2.5km long.", "2.5km", "2.5 km"),
        ("It was a 10-mile run.", "10-mile", "10 mi"),
        ("It covers 1,500 square miles.", "1,500 square miles", "1500 sq mi"),
        ("It holds 3 million cubic metres.", "3 million cubic metres", "3000000 cu m"),
        ("It is 2-1/2 miles from there.", "2-1/2 miles", "2.5 mi"),
        ("He lost 20 pounds in spring.", "20 pounds", "20 lb"),
        ("Winds reached 150 km/h on the coast.", "150 km/h", "150 km/h"),
        ("Winds reached 90 miles per hour there.", "90 miles per hour", "90 mph"),
        ("Winds reached 30 metres a second there.", "30 metres a second", "30 m/s"),
        ("It fell to -20 degrees Celsius there.", "-20 degrees Celsius", "-20 °C"),
        ("It fell to minus 5 degrees Celsius there.", "minus 5 degrees Celsius", "-5 °C"),
        ("It was 35C in the shade.", "35C", "35 °C"),
        ("It was 95°F in the shade.", "95°F", "95 °F"),
        ("The plant makes 500 MW of power.", "500 MW", "500 MW"),
        ("It weighs 20 to 30 tonnes when full.", "20 to 30 tonnes", "20-30 t"),
    ])
    func readsQuantities(_ text: String, _ words: String, _ value: String) throws {
        try expect(text, words, .quantity, value)
    }

    @Test(arguments: [
        "They saw 2,000 people there.", "The score was 3-2 in the end.", "It is a 50-50 chance.",
        "They sat in seat 35K near Gate 35C.", "They bought a 5G phone.",
    ])
    func leavesOtherNumbersAlone(_ text: String) throws {
        let amounts = try EntityFixture(text).entities.filter { [.money, .percent, .quantity].contains($0.type) }
        #expect(amounts.isEmpty)
    }

    @Test func readsNoAmountBeyondTheRangeOfIntegers() throws {
        let digits = String(repeating: "9", count: 40)
        #expect(try EntityFixture("It cost $\(digits) billion.").names(.money).isEmpty)
    }

    private func expect(_ text: String, _ words: String, _ type: EntityType, _ value: String) throws {
        let entity = try #require(try EntityFixture(text).entity(mentioned: words))
        #expect(entity.type == type)
        #expect(entity.value == value)
    }
}
