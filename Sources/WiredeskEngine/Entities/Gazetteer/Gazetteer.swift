import CWiredeskTables

/// Names and common words, in the table that `Training/gazetteer` makes and describes. Nothing is loaded or parsed:
/// the table is part of the program.
///
/// Unchecked because it holds a pointer: to constant memory that lives as long as the process.
struct Gazetteer: @unchecked Sendable {
    /// What is known about a word or phrase.
    struct Entry {
        var kinds: Kinds = []
        /// ISO 3166-1 alpha-2 as two ASCII bytes, the first letter lowest; 0 for none.
        var country: UInt16 = 0

        var countryCode: String? {
            country == 0 ? nil : String(decoding: [UInt8(country & 0xFF), UInt8(country >> 8)], as: UTF8.self)
        }
    }

    struct Kinds: OptionSet {
        let rawValue: UInt16
        /// An English word that is written in lower case.
        static let common = Kinds(rawValue: 1 << 0)
        static let givenName = Kinds(rawValue: 1 << 1)
        static let surname = Kinds(rawValue: 1 << 2)
        static let country = Kinds(rawValue: 1 << 3)
        /// A first-level region of a country.
        static let region = Kinds(rawValue: 1 << 4)
        static let city = Kinds(rawValue: 1 << 5)
        /// A capital, or a city of 300,000 people and more.
        static let majorCity = Kinds(rawValue: 1 << 6)
        static let demonym = Kinds(rawValue: 1 << 7)
        /// Without a government: continents, seas, regions.
        static let place = Kinds(rawValue: 1 << 8)
        static let organization = Kinds(rawValue: 1 << 9)
        static let event = Kinds(rawValue: 1 << 10)
        /// Often means something else than the country or people.
        static let ambiguous = Kinds(rawValue: 1 << 11)

        /// A given name of women, of men; neither when it is of both.
        static let feminine = Kinds(rawValue: 1 << 12)
        static let masculine = Kinds(rawValue: 1 << 13)

        static let geopolitical: Kinds = [.country, .region, .city]
    }

    private let slots: UnsafeRawPointer
    private let count: Int
    /// Words in the longest phrase.
    let longestPhrase: Int

    static let embedded = Gazetteer()

    private init() {
        let table = UnsafeRawPointer(wiredesk_gazetteer_table())
        count = Int(UInt32(littleEndian: table.load(as: UInt32.self)))
        longestPhrase = Int(UInt32(littleEndian: table.load(fromByteOffset: 4, as: UInt32.self)))
        slots = table + 8
    }

    /// What is known under a word's or phrase's key; nothing when it is not listed.
    @inline(__always)
    subscript(key: UInt64) -> Entry {
        var slot = Int(key.multipliedFullWidth(by: UInt64(count)).high)
        let fingerprint = UInt32(truncatingIfNeeded: key)
        // A wholly empty slot ends every probe: the table is never full.
        while true {
            let value = UInt64(littleEndian: slots.load(fromByteOffset: slot &* 8, as: UInt64.self))
            if value == 0 { return Entry() }
            if UInt32(truncatingIfNeeded: value) == fingerprint {
                return Entry(
                    kinds: Kinds(rawValue: UInt16(truncatingIfNeeded: value >> 32)),
                    country: UInt16(truncatingIfNeeded: value >> 48))
            }
            slot += 1
            if slot == count { slot = 0 }
        }
    }
}
