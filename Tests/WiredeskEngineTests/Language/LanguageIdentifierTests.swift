import Testing

@testable import WiredeskEngine

@Suite struct LanguageIdentifierTests {
    private func identify(_ text: String, markup: String? = nil) -> String? {
        LanguageIdentifier.identify(Array(text.utf8), markup: markup)
    }

    @Test(arguments: [
        ("The council will decide on the new bridge next week.", "en"),
        ("Der Stadtrat entscheidet nächste Woche über die neue Brücke.", "de"),
        ("Le conseil municipal se prononcera la semaine prochaine sur le nouveau pont.", "fr"),
        ("El ayuntamiento decidirá la próxima semana sobre el nuevo puente.", "es"),
        ("Il consiglio comunale deciderà la prossima settimana sul nuovo ponte.", "it"),
        ("A câmara municipal vai decidir na próxima semana sobre a nova ponte.", "pt"),
        ("De gemeenteraad beslist volgende week over de nieuwe brug.", "nl"),
        ("Kommunfullmäktige ska nästa vecka besluta om den nya bron.", "sv"),
        ("Bystyret skal neste uke ta stilling til hva som skal skje med den nye broen.", "nb"),
        ("Byrådet skal i næste uge tage stilling til, hvad der skal ske med den nye bro.", "da"),
        ("Kaupunginvaltuusto päättää uudesta sillasta ensi viikolla.", "fi"),
        ("Rada miasta zdecyduje w przyszłym tygodniu o nowym moście.", "pl"),
        ("Zastupitelstvo bude příští týden rozhodovat o novém mostu, který město potřebuje.", "cs"),
        ("Belediye meclisi gelecek hafta yeni köprü hakkında karar verecek.", "tr"),
        ("Городской совет примет решение о новом мосте на следующей неделе.", "ru"),
        ("Міська рада ухвалить рішення про новий міст наступного тижня.", "uk"),
        ("Общинският съвет ще реши за новия мост през следващата седмица.", "bg"),
        ("سيقرر مجلس المدينة بشأن الجسر الجديد الأسبوع المقبل.", "ar"),
        ("شورای شهر هفته آینده درباره پل جدید تصمیم می‌گیرد.", "fa"),
        ("नगर परिषद अगले सप्ताह नए पुल पर फैसला करेगी।", "hi"),
        ("מועצת העיר תחליט בשבוע הבא על הגשר החדש.", "he"),
        ("Το δημοτικό συμβούλιο θα αποφασίσει την επόμενη εβδομάδα.", "el"),
        ("สภาเมืองจะตัดสินใจเรื่องสะพานใหม่ในสัปดาห์หน้า", "th"),
        ("市議会は来週、新しい橋について決定する。", "ja"),
        ("시의회는 다음 주에 새 다리에 대해 결정할 것이다.", "ko"),
        ("市议会将在下周就新桥作出决定，这是一个重要的时刻。", "zh"),
        ("市議會將在下週就新橋作出決定，這是一個重要的時刻。", "zh-Hant"),
    ])
    func tellsTheLanguage(text: String, language: String) {
        #expect(identify(text) == language)
    }

    /// Headlines and posts, whose few words also occur elsewhere.
    @Test(arguments: [
        ("Ministers met in May.", "en"), ("Avoiding a strike", "en"), ("New bridge open", "en"),
        ("Just posted a photo https://example.com/a8Xz", "en"),
        ("Neue Brücke eröffnet", "de"), ("La ministre démissionne", "fr"), ("Nueva huelga en el puerto", "es"),
        ("Nieuwe brug geopend", "nl"), ("Nowy most otwarty", "pl"),
    ])
    func tellsTheLanguageOfFewWords(text: String, language: String) {
        #expect(identify(text) == language)
    }

    @Test func believesThePageWhereTheTextDoesNotContradict() {
        let portuguese = "A câmara municipal vai decidir na próxima semana sobre a nova ponte que a cidade espera."
        #expect(identify(portuguese, markup: "pt-BR") == "pt-BR")
        #expect(identify(portuguese, markup: "pt_PT") == "pt")
        #expect(identify("Vijeće će odlučiti.", markup: "bs") == "bs")
        #expect(identify("Det er en fin dag.", markup: "no") == "nb")
        #expect(identify("2026", markup: "en-US") == "en")
    }

    @Test func believesTheTextWhereThePageIsWrong() {
        let german = "Der Stadtrat entscheidet nächste Woche über die neue Brücke, die seit Jahren geplant ist."
        #expect(identify(german, markup: "en-US") == "de")
        #expect(identify(german, markup: "ru") == "de")
        #expect(identify(german, markup: "cy") == "de")
        #expect(identify("市議会は来週、新しい橋について決定する。", markup: "en") == "ja")
    }

    @Test func saysNothingWithoutEvidence() {
        #expect(identify("") == nil)
        #expect(identify("2026 – 15:30") == nil)
        #expect(identify("https://example.com/the-new-bridge") == nil)
        #expect(identify("12", markup: "not a language tag") == nil)
    }

    @Test func survivesAnyBytes() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let bytes = (0..<300).map { _ in UInt8(random.next() & 0xFF) }
            _ = LanguageIdentifier.identify(bytes, markup: nil)
        }
        #expect(identify(String(repeating: "a", count: 100_000)) == identify(String(repeating: "a", count: 100_000)))
    }
}
