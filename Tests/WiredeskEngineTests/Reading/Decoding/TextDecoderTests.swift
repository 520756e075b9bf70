import Testing

@testable import WiredeskEngine

@Suite struct TextDecoderTests {
    private func text(_ bytes: [UInt8], charset: String? = nil, isHTML: Bool = false) throws -> String {
        String(decoding: try TextDecoder.decode(bytes, charset: charset, isHTML: isHTML).utf8, as: UTF8.self)
    }

    @Test func copiesUTF8() throws {
        let decoded = try TextDecoder.decode(Array("Grüße aus Köln — 東京".utf8), charset: nil, isHTML: false)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "Grüße aus Köln — 東京")
        #expect(decoded.encoding == "utf-8")
        #expect(decoded.warnings.isEmpty)
    }

    @Test func dropsByteOrderMarks() throws {
        #expect(try text([0xEF, 0xBB, 0xBF, 0x61]) == "a")
        #expect(try text([0xFF, 0xFE, 0x61, 0x00, 0xE4, 0x00]) == "aä")
        #expect(try text([0xFE, 0xFF, 0x00, 0x61, 0x6F, 0x22]) == "a漢")
    }

    @Test func readsUTF16WithoutMark() throws {
        let little = Array("The minister spoke.".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try text(little) == "The minister spoke.")
    }

    /// The web says ISO-8859-1 and means windows-1252.
    @Test(arguments: ["iso-8859-1", "latin1", "ASCII", " windows-1252 "])
    func readsWindows1252(label: String) throws {
        #expect(try text([0x93, 0x80, 0x94, 0xE9], charset: label) == "“€”é")
    }

    @Test(
        arguments: [
            ("koi8-r", [0xCD, 0xC9, 0xD2], "мир"), ("windows-1251", [0xEC, 0xE8, 0xF0], "мир"),
            ("gb2312", [0xD6, 0xD0], "中"),
            ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-kr", [0xC7, 0xD1], "한"), ("big5", [0xA4, 0xA4], "中"),
            ("euc-jp", [0xC6, 0xFC], "日"), ("iso-8859-2", [0xB1], "ą"), ("tis-620", [0xA1], "ก"),
            ("iso-8859-9", [0xFE], "ş"),
        ] as [(String, [UInt8], String)])
    func obeysTheLabel(label: String, bytes: [UInt8], expected: String) throws {
        #expect(try text(bytes, charset: label) == expected)
    }

    @Test func refusesUnknownLabels() {
        #expect { try text([0x61], charset: "klingon-8") } throws: {
            ($0 as? WiredeskError)?.code == .unsupportedCharset
        }
    }

    @Test func replacesBadSequencesAndSaysSo() throws {
        let decoded = try TextDecoder.decode([0x61, 0xFF, 0x62], charset: "utf-8", isHTML: false)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "a\u{FFFD}b")
        #expect(decoded.warnings.count == 1)
        #expect(try text([0x61, 0x62, 0xC7], charset: "euc-kr") == "ab\u{FFFD}")
    }

    @Test func validUTF8OutweighsTheDeclaration() throws {
        let page = "<meta charset=iso-8859-1><p>Zürich</p>"
        #expect(try text(Array(page.utf8), isHTML: true) == page)
    }

    @Test func readsTheDeclaration() throws {
        let head = Array("<html><meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>".utf8)
        #expect(try text(head + [0xEC, 0xE8, 0xF0], isHTML: true).hasSuffix("мир"))
        let xml = Array("<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>".utf8)
        #expect(try text(xml + [0xCD, 0xC9, 0xD2], isHTML: true).hasSuffix("мир"))
    }

    @Test func oneBrokenByteLeavesUTF8() throws {
        let page = Array("<meta charset=utf-8><p>Müller, Jäger, Größe, Öl, Übung, Ärger".utf8) + [0xE4]
        #expect(try text(page, isHTML: true).hasSuffix("Ärger\u{FFFD}"))
    }

    /// Sentences of our own, one a row: no word or mark but the letters tells the encoding.
    @Test(arguments: [
        ("windows-1251", "Правительство обсудило проект бюджета на следующий год, сообщил министр финансов."),
        ("koi8-r", "Правительство обсудило проект бюджета на следующий год, сообщил министр финансов."),
        ("iso-8859-5", "Правительство обсудило проект бюджета на следующий год, сообщил министр финансов."),
        ("ibm866", "Правительство обсудило проект бюджета на следующий год, сообщил министр финансов."),
        ("koi8-u", "Уряд учора схвалив проєкт бюджету на наступний рік, повідомив міністр фінансів."),
        ("windows-1251", "Правителството прие вчера проекта за бюджет за следващата година, съобщи министърът."),
        ("windows-1252", "Le gouvernement a présenté hier à l'Assemblée son projet de budget pour l'année prochaine."),
        ("windows-1252", "Die Bürger müssen künftig höhere Gebühren für öffentliche Plätze zahlen, heißt es."),
        ("windows-1252", "La città ha deciso: più autobus la sera, perché la metropolitana chiude già alle dieci."),
        ("windows-1252", "El Gobierno aprobó ayer el presupuesto del próximo año, según señaló la ministra."),
        (
            "windows-1250",
            "Rząd przyjął wczoraj projekt ustawy budżetowej na przyszły rok, który trafi do Sejmu później."
        ),
        (
            "iso-8859-2",
            "Rząd przyjął wczoraj projekt ustawy budżetowej na przyszły rok, który trafi do Sejmu później."
        ),
        ("windows-1250", "Vláda včera schválila návrh rozpočtu na příští rok, řekl ministr financí šéfům krajů."),
        ("iso-8859-2", "Vláda včera schválila návrh rozpočtu na příští rok, řekl ministr financí šéfům krajů."),
        ("windows-1250", "A kormány tegnap elfogadta a jövő évi költségvetés tervezetét, közölte a miniszter."),
        (
            "iso-8859-2",
            "Guvernul a aprobat ieri bugetul pentru anul viitor, a anunţat ministrul finanţelor în şedinţă."
        ),
        ("windows-1250", "Vlada je jučer prihvatila prijedlog proračuna za iduću godinu, rekao je ministar šuma."),
        ("windows-1253", "Η κυβέρνηση παρουσίασε χθες τον προϋπολογισμό για το επόμενο έτος στη Βουλή."),
        ("windows-1254", "Hükümet dün gelecek yılın bütçe tasarısını açıkladı, bakan görüşmelerin süreceğini söyledi."),
        ("windows-1255", "הממשלה אישרה אתמול את הצעת התקציב לשנה הבאה, כך הודיע שר האוצר."),
        ("windows-1256", "وافقت الحكومة أمس على مشروع الميزانية للعام المقبل، كما أعلن وزير المالية."),
        ("iso-8859-6", "وافقت الحكومة أمس على مشروع الميزانية للعام المقبل، كما أعلن وزير المالية."),
        ("windows-1257", "Vyriausybė vakar pritarė kitų metų biudžeto projektui, pranešė finansų ministrė."),
        ("windows-874", "รัฐบาลอนุมัติร่างงบประมาณปีหน้าเมื่อวานนี้ รัฐมนตรีกล่าวกับผู้สื่อข่าว"),
        ("shift_jis", "政府はきのう、来年度の予算案をまとめた。首相は記者会見で「暮らしを守る」と語った。"),
        ("euc-jp", "政府はきのう、来年度の予算案をまとめた。首相は記者会見で「暮らしを守る」と語った。"),
        ("iso-2022-jp", "政府はきのう、来年度の予算案をまとめた。首相は記者会見で「暮らしを守る」と語った。"),
        ("gb18030", "政府昨天公布了明年的预算草案，总理在记者会上表示将改善民生。"),
        ("big5", "政府昨天公布了明年的預算草案，總理在記者會上表示將改善民生。"),
        ("euc-kr", "정부는 어제 내년도 예산안을 발표했다. 총리는 기자회견에서 민생을 지키겠다고 말했다."),
    ])
    func detects(name: String, sentence: String) throws {
        let encoding = try #require(CharacterEncoding(label: name.utf8))
        let bytes = try #require(Iconv.encode(sentence + " " + sentence, as: encoding.iconvName))
        #expect(try text(bytes) == sentence + " " + sentence)
    }

    @Test(
        arguments: [
            [
                0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0,
                1, 0, 8,
            ],
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C, 0x4A, 6, 0, 0xC2, 0x41, 0x24, 0x35, 3, 0, 0, 0],
            Array("%PDF-1.7 and what follows".utf8),
        ] as [[UInt8]])
    func refusesWhatIsNoText(bytes: [UInt8]) {
        #expect { try text(bytes) } throws: { ($0 as? WiredeskError)?.code == .notText }
    }

    @Test func replacesNULs() throws {
        let decoded = try TextDecoder.decode(
            Array("<p>one\u{0}two, and then some more words</p>".utf8), charset: nil, isHTML: true)
        #expect(String(decoding: decoded.utf8, as: UTF8.self).contains("one\u{FFFD}two"))
        #expect(decoded.warnings == ["NUL bytes replaced by U+FFFD"])
    }

    /// Whatever comes in, what goes out is UTF-8.
    @Test func survivesRandomBytes() {
        var random = SeededGenerator(state: 7)
        for length in [1, 2, 3, 17, 64, 500] {
            for _ in 0..<60 {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                for charset in [nil, "utf-16le", "gb18030", "shift_jis", "utf-8"] as [String?] {
                    guard let decoded = try? TextDecoder.decode(bytes, charset: charset, isHTML: true) else { continue }
                    #expect(decoded.utf8.withUnsafeBufferPointer(UTF8Bytes.isValid))
                }
            }
        }
    }
}
