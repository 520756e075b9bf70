import Testing

@testable import WiredeskEngine

@Suite struct BylineParserTests {
    @Test(arguments: [
        ("By Anna Smith", ["Anna Smith"]), ("By Anna Smith and Bob Jones", ["Anna Smith", "Bob Jones"]),
        ("Anna Smith, Staff Writer", ["Anna Smith"]), ("BY ANNA SMITH STAFF WRITER", ["ANNA SMITH"]),
        ("Von Jürgen Müller-Kraft | 4. Mai 2022", ["Jürgen Müller-Kraft"]),
        ("Par Zoé Blanc et Luc Noir", ["Zoé Blanc", "Luc Noir"]),
        ("Written by: Ludwig van Dalen", ["Ludwig van Dalen"]), ("Posted on May 4, 2022 by Carla Ruiz", ["Carla Ruiz"]),
        ("Anna Smith, anna.smith@example.org", ["Anna Smith"]), ("Anna Smith 12 minutes ago", ["Anna Smith"]),
        ("Anna Smith & Bob Jones for The Daily Gull", ["Anna Smith", "Bob Jones"]),
        ("John Smith, Jr.", ["John Smith Jr."]),
        ("J. R. Hartley", ["J. R. Hartley"]), ("April Roach", ["April Roach"]), ("Anna Smith, Berlin", ["Anna Smith"]),
        ("https://example.org/anna", []), ("Staff", []), ("May 4, 2022", []), ("By", []), ("", []),
    ])
    func findsPersons(_ text: String, _ expected: [String]) {
        #expect(BylineParser(isMarked: true).names(in: text).persons == expected)
    }

    @Test(arguments: ["Associated Press", "dpa", "Gull News Desk", "Redaktion Abendblatt"])
    func keepsOrganizationsApart(_ text: String) {
        let names = BylineParser(isMarked: true).names(in: text)
        #expect(names.persons.isEmpty)
        #expect(names.organizations == [text])
    }

    @Test func aLongTextIsNoByline() {
        let text = String(repeating: "Anna Smith went on. ", count: 30)
        #expect(BylineParser(isMarked: true).names(in: text).isEmpty)
    }
}
