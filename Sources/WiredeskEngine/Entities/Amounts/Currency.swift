/// ISO 4217 codes of currencies by sign and by name.
enum Currency {
    /// By the number that `WordClasses` gives a currency's name.
    private static let codes = [
        "", "USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "CHF", "KRW", "MXN", "BRL", "SEK", "NOK", "PLN", "TRY",
        "ILS", "ZAR", "NGN", "SAR", "AED", "THB", "MYR", "IDR", "UAH", "HUF", "cent", "penny", "", "CAD", "AUD", "HKD",
        "NZD", "SGD", "DKK",
    ]

    /// The code of a currency's sign; nil when it is none.
    static func sign(_ lexeme: Lexeme) -> String? {
        guard lexeme.has(.mark) else { return nil }
        switch lexeme.mark {
        case 0x24: return "USD"
        case 0x20AC: return "EUR"
        case 0xA3: return "GBP"
        case 0xA5: return "JPY"
        case 0x20B9: return "INR"
        case 0x20BD: return "RUB"
        case 0x20A9: return "KRW"
        case 0x20BA: return "TRY"
        case 0x20AA: return "ILS"
        case 0x20B4: return "UAH"
        case 0x20A6: return "NGN"
        case 0x0E3F: return "THB"
        default: return nil
        }
    }

    /// The code of letters that stand before a number: `Rs 500`, `SFr20m`.
    static func prefix(_ letters: some Collection<UInt8>) -> String? {
        guard (2...4).contains(letters.count) else { return nil }
        return switch String(decoding: letters, as: UTF8.self) {
        case "Rs", "Rs.": "INR"
        case "Rp": "IDR"
        case "SFr", "SFr.": "CHF"
        case "RM": "MYR"
        case "Tk": "BDT"
        case "KSh", "Ksh", "Kshs": "KES"
        case "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "HKD", "SGD", "NZD", "INR", "SEK", "NOK", "DKK":
            String(decoding: letters, as: UTF8.self)
        default: nil
        }
    }

    /// The code of a currency's name or code, with the nation before it: `Canadian dollars`. Three letters are a code
    /// only in capitals.
    static func code(_ lexeme: Lexeme, country: UInt16 = 0) -> String? {
        guard lexeme.isIn(.currency), codes.indices.contains(Int(lexeme.number)) else { return nil }
        let code = codes[Int(lexeme.number)]
        if lexeme.length == 3, !lexeme.has(.allCapitals), code != "JPY", code != "KRW" { return nil }
        guard country != 0 else { return code.isEmpty ? nil : code }
        let nation = String(decoding: [UInt8(country & 0xFF), UInt8(country >> 8)], as: UTF8.self)
        switch (code, nation) {
        case ("USD", "CA"): return "CAD"
        case ("USD", "AU"): return "AUD"
        case ("USD", "HK"): return "HKD"
        case ("USD", "NZ"): return "NZD"
        case ("USD", "SG"): return "SGD"
        case ("USD", "TW"): return "TWD"
        case ("MXN", "AR"): return "ARS"
        case ("MXN", "CL"): return "CLP"
        case ("MXN", "CO"): return "COP"
        case ("MXN", "PH"): return "PHP"
        case ("INR", "PK"): return "PKR"
        case ("INR", "LK"): return "LKR"
        case ("SEK", "CZ"): return "CZK"
        case ("NOK", "DK"): return "DKK"
        case ("GBP", "EG"): return "EGP"
        case ("GBP", "LB"): return "LBP"
        case ("GBP", "SY"): return "SYP"
        case ("SAR", "QA"): return "QAR"
        case ("SAR", "IR"): return "IRR"
        default: return code
        }
    }
}
