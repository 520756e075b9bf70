import Testing

@testable import WiredeskModel

@Suite struct BodyStringTests {
    private static func isReadBack(_ text: String) throws -> Bool {
        let author = Author(name: text)
        return try CBORReader.decode(Author.self, from: CBORWriter.encode(author)) == author
            && JSONReader.decode(Author.self, from: JSONWriter.encode(author)) == author
    }

    /// Around the lengths at which CBOR's heads and the steps over a text change.
    @Test func everyLengthIsReadBack() throws {
        for count in Array(0...140) + [255, 256, 257, 32_767, 32_768, 65_535, 65_536, 100_000] {
            #expect(try Self.isReadBack(String(repeating: "a", count: count)))
            #expect(try Self.isReadBack(String(repeating: "a", count: count) + "é\u{1F4F0}"))
        }
    }

    @Test func bytesThatAreNoTextAreRefusedAtEveryPlace() {
        for count in 1...70 {
            for place in 0..<count {
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                text[place] = 0xC3
                let head: [UInt8] = count < 24 ? [0x60 | UInt8(count)] : [0x78, UInt8(count)]
                let cbor = [0xA1, 0x64] + Array("name".utf8) + head + text
                let json = Array(#"{"name":""#.utf8) + text + Array(#""}"#.utf8)
                let refusals = [
                    refusal { () throws(BodyError) in try CBORReader.decode(Author.self, from: cbor) },
                    refusal { () throws(BodyError) in try JSONReader.decode(Author.self, from: json) },
                ]
                #expect(refusals == [.malformed, .malformed])
            }
        }
    }

    private func refusal(_ read: () throws(BodyError) -> Author) -> BodyError.Kind? {
        do throws(BodyError) {
            _ = try read()
            return nil
        } catch {
            return error.kind
        }
    }

    private static func readLabel<T: Label>(_ type: T.Type, _ name: [UInt8]) throws(BodyError) -> T {
        try JSONReader.decode(type, from: [UInt8(ascii: "\"")] + name + [UInt8(ascii: "\"")])
    }

    private static func everyNameIsReadBack<T: Label>(_ type: T.Type) throws -> Bool {
        for label in T.allCases where try readLabel(type, Array(label.rawValue.utf8)).rawValue != label.rawValue {
            return false
        }
        return true
    }

    @Test func everyLabelIsReadBack() throws {
        #expect(try Self.everyNameIsReadBack(EntityType.self))
        #expect(try Self.everyNameIsReadBack(RemovalReason.self))
        #expect(try Self.everyNameIsReadBack(ParagraphKind.self))
        #expect(try Self.everyNameIsReadBack(StageStatus.self))
        #expect(try Self.everyNameIsReadBack(Stage.self))
        #expect(try Self.everyNameIsReadBack(OffsetUnit.self))
        #expect(try Self.everyNameIsReadBack(ContentKind.self))
    }

    @Test(arguments: ["", "P", "PERSO", "PERSONS", "person", "QUANTITYQUANTITY", "PERSON\\u0000", "a name of no label"])
    func whatIsNoLabelIsUnknown(name: String) throws {
        #expect(try Self.readLabel(EntityType.self, Array(name.utf8)) == .misc)
        #expect(throws: BodyError.self) { try Self.readLabel(Stage.self, Array(name.utf8)) }
    }

    @Test func anEscapedLabelIsRead() throws {
        #expect(try Self.readLabel(EntityType.self, Array("P\\u0045RSON".utf8)) == .person)
    }

    @Test func aLabelThatIsNoTextIsRefused() {
        #expect(throws: BodyError.self) { try Self.readLabel(EntityType.self, [0x41, 0xC3]) }
    }
}
