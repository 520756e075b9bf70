import Testing
import WiredeskModel

@Suite("batch answers each kind of line")
struct BatchLineTests {
    /// The answer to one line.
    private static func answer(_ line: String, _ flags: String...) throws -> JSONValue {
        let run = try Program.run(["batch", "--no-timings"] + flags, input: line + "\n")
        let objects = try run.objects()
        try #require(objects.count == 1)
        #expect(run.status == (objects[0]["error"] == nil ? 0 : 1))
        return objects[0]
    }

    @Test(arguments: [
        (#""a""#, JSONValue.string("a")), ("7", .integer(7)), ("-0", .integer(0)), ("1e400", nil),
        (#""""#, .string("")), (#""\u0041\n""#, .string("A\n")),
    ])
    func anIDComesBack(_ id: String, _ value: JSONValue?) throws {
        let run = try Program.run("batch", input: #"{"id":\#(id),"text":"Some words."}"# + "\n")
        #expect(run.text.hasPrefix(#"{"id":\#(id),"#))
        if let value { #expect(try run.objects()[0]["id"] == value) }
    }

    @Test func aNumberKeepsItsForm() throws {
        let run = try Program.run("batch", input: #"{"text":"Some words.","id":12345678901234567890123.50}"#)
        #expect(run.text.hasPrefix(#"{"id":12345678901234567890123.50,"result""#))
    }

    @Test(arguments: [
        ("", "bad_body"), ("   ", "bad_body"), ("nonsense", "bad_body"), ("[1]", "bad_body"),
        ("{\"text\":\"cut", "bad_body"),
        (#"{"id":"x"}"#, "bad_body"), (#"{"text":"a","html":"b"}"#, "bad_body"), (#"{"text":7}"#, "bad_body"),
        (#"{"id":null,"text":"a"}"#, "bad_body"), (#"{"id":{},"text":"a"}"#, "bad_body"),
        (#"{"text":"a","text":"b"}"#, "bad_body"), (#"{"text":"a"} {"text":"b"}"#, "bad_body"),
        (#"{"base64":"aGVsbG8"}"#, "bad_body"), (#"{"base64":"aGVs bG8="}"#, "bad_body"),
        (#"{"text":"a","langauge":"en"}"#, "unknown_option"), (#"{"text":"a","offsets":"bytes"}"#, "bad_option"),
        (#"{"text":"a","sentences":2,"words":9}"#, "bad_option"), (#"{"text":"a","published":"soon"}"#, "bad_option"),
        (#"{"text":""}"#, "empty_article"), (#"{"base64":""}"#, "empty_article"),
    ])
    func whatIsWrongIsNamed(_ line: String, _ code: String) throws {
        let answer = try Self.answer(line)
        #expect(answer["error"]?["code"]?.string == code)
        #expect(answer["error"]?["message"]?.string?.isEmpty == false)
        #expect(answer["error"]?["retryable"] == .boolean(false))
        #expect(answer["result"] == nil)
    }

    @Test func aLineThatFailsStillSaysWhichItIs() throws {
        #expect(try Self.answer(#"{"id":"x","text":"a","langauge":"en"}"#)["id"] == .string("x"))
        #expect(try Self.answer(#"{"text":7,"id":"y"}"#)["id"] == .string("y"))
        #expect(try Self.answer(#"{"id":"z","text":"cut"#)["id"] == .integer(1))
    }

    @Test func aLineOutweighsTheFlags() throws {
        let text = "One came. Two went. Three stayed. Four slept."
        let stages = try Self.answer(#"{"text":"\#(text)","stages":["reading"]}"#, "--stages", "summary")
        #expect(stages["result"]?["summary"] == nil)
        // One length replaces another; they do not add up to a contradiction.
        #expect(try Self.answer(#"{"text":"\#(text)","words":5}"#, "--sentences", "2")["error"] == nil)
    }

    @Test func theThreeFormsOfAnArticleAgree() throws {
        let page =
            "<html><head><meta charset=windows-1252><title>Caf\u{E9}</title></head><body><p>The caf\u{E9} opened "
            + "on Monday, and everybody in the town came to see what it was like inside.</p></body></html>"
        let asHTML = try Self.answer(#"{"html":"\#(page)"}"#)
        let text = try #require(asHTML["result"]?["article"]?["text"]?.string)
        // The string is Unicode already: what the page says of its encoding no longer holds.
        #expect(text.contains("caf\u{E9}"))
        let bytes = page.unicodeScalars.map { UInt8($0.value) }
        let asBytes = try Self.answer(#"{"base64":"\#(encode(bytes))"}"#)
        #expect(asBytes["result"]?["article"]?["text"] == .string(text))
    }

    @Test func aLineThatIsNotUTF8GetsItsError() throws {
        let run = try Program.script(
            #"printf '{"id":1,"text":"caf\xe9"}\n{"id":2,"text":"fine words"}\n' | "$WIREDESK" batch --fail-on-error never"#
        )
        let objects = try run.objects()
        #expect(objects.map { $0["id"] } == [.integer(1), .integer(2)])
        #expect(objects[0]["error"]?["code"]?.string == "bad_body")
        #expect(objects[1]["result"] != nil)
    }

    @Test func aLineThatIsTooLongGetsItsError() throws {
        let run = try Program.script(
            #"""
            { printf '{"id":"long","text":"'; head -c 68000000 /dev/zero | tr '\0' a; printf '"}\n{"text":"fine"}\n'; } |
                "$WIREDESK" batch --fail-on-error never
            """#)
        let objects = try run.objects()
        #expect(objects.map { $0["id"] } == [.integer(1), .integer(2)])
        #expect(objects[0]["error"]?["code"]?.string == "article_too_large")
        #expect(objects[1]["result"] != nil)
    }

    private func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
            for place in 0..<4 { text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=") }
        }
        return text
    }
}
