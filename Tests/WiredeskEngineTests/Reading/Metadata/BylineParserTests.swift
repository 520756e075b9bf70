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

    /// Bylines as blogs and papers of several countries write them, found without any mark.
    @Test(arguments: [
        ("Verfasst von: gullwatcher | 31. Dezember 2008", ["gullwatcher"]),
        ("Erstellt von Fabian am Dienstag 6. Mai 2014", ["Fabian"]),
        ("Eine Kolumne von Nils Hansen", ["Nils Hansen"]), ("Text: Klaus Martin Friedrich", ["Klaus Martin Friedrich"]),
        ("Autor: Rechtsanwalt Sebastian Kern", ["Sebastian Kern"]), ("Par Zoé Blanc le 14 mai 2022", ["Zoé Blanc"]),
        ("Le Phare | 04.05.2015 à 13h36 | Par Luc Noir", ["Luc Noir"]),
        ("Por María Sol y Juan Mar", ["María Sol", "Juan Mar"]),
        ("Scritto da Gianni Rossi", ["Gianni Rossi"]),
        ("Words: Anna Smith, Bob Jones Photos: Carla Ruiz", ["Anna Smith", "Bob Jones"]),
        ("by Anna Smith January 18, 2017 11:00 PM PST @annasmith", ["Anna Smith"]),
        ("Posted by Anna Smith in Harbour News", ["Anna Smith"]), ("Von Anfang an", []), ("By the way", []),
        ("---- by Anna Smith", ["Anna Smith"]), ("Auteur(s) : Zoé Blanc", ["Zoé Blanc"]),
        ("Posted by Anna Smith, Software Engineer", ["Anna Smith"]), ("Von Berlin nach Paris", []),
        ("Harbour reopens", []), ("Photos: Anna Smith", []),
    ])
    func findsPersonsWithoutAMark(_ text: String, _ expected: [String]) {
        let names = BylineParser(isMarked: false).names(in: text)
        #expect((names.hadPrefix || names.hadInnerPrefix ? names.persons : []) == expected)
    }

    @Test(arguments: [
        ("Harbour Office, 10 Quay Street", "Harbour Office, 10 Quay Street"),
        ("Staff and news service reports", "Staff and news service reports"), ("Gull News Agency", "Gull News Agency"),
    ])
    func aFieldThatNamesAnOrganizationIsNotSplit(_ text: String, _ organization: String) {
        let names = BylineParser(isMarked: true, isField: true).names(in: text)
        #expect(names.persons.isEmpty)
        #expect(names.organizations == [organization])
    }

    @Test func aFieldMayHoldAnyPenName() {
        #expect(BylineParser(isMarked: true, isField: true).names(in: "catch more fish").persons == ["catch more fish"])
    }

    @Test func anyBytesAreSafe() {
        var generator = SeededGenerator(state: 7)
        let pieces: [[UInt8]] = [
            Array("By ".utf8), Array("von".utf8), [0xFF], [0xE2, 0x80], Array(" – ".utf8), Array("Anna".utf8),
            Array("12.3.".utf8),
            Array(": ".utf8), Array("…".utf8), [0], Array(",;|".utf8), Array("İß".utf8),
        ]
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }
            let text = String(decoding: bytes, as: UTF8.self)
            for isField in [false, true] {
                let names = BylineParser(isMarked: true, isField: isField).names(in: text)
                #expect(!names.persons.contains(""))
            }
        }
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
