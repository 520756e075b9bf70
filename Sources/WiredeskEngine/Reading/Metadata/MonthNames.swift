/// Month names and their usual abbreviations, lower-case, as newspapers write them.
enum MonthNames {
    /// The number of a month by a lower-case name, without the full stop of an abbreviation.
    static func month(_ name: String) -> Int? { table[name] }

    /// One line a month: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish (nominative and
    /// genitive), Russian, Ukrainian, Indonesian, Turkish, Swedish, Danish, Czech, Romanian, Hungarian, Finnish, Greek.
    private static let names: StaticString = """
        january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty января январь янв січня ocak oca leden ledna ianuarie január tammikuuta tammikuu ιανουαρίου ιανουάριος
        february feb februar feber février févr fév fevrier febrero febbraio fevereiro fev februari lutego luty lut февраля февраль фев лютого şubat şub únor února februarie február helmikuuta helmikuu φεβρουαρίου φεβρουάριος
        march mar märz maerz mär mars marzo março marco maart mrt marca marzec марта март мар березня maret mart březen března martie március maaliskuuta maaliskuu μαρτίου μάρτιος
        april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апрель апр квітня nisan nis duben dubna aprilie április huhtikuuta huhtikuu απριλίου απρίλιος
        may mai mayo maggio mag maio mei maja maj мая май травня mayıs květen května május toukokuuta toukokuu μαΐου μαΐος
        june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн червня haziran haz červen června iunie június kesäkuuta kesäkuu ιουνίου ιούνιος
        july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл липня temmuz tem červenec července iulie július heinäkuuta heinäkuu ιουλίου ιούλιος
        august aug août aout agosto ago augustus sierpnia sierpień sie августа август авг серпня agustus agu agt ağustos ağu augusti srpen srpna augusztus elokuuta elokuu αυγούστου αύγουστος
        september sep sept septembre septiembre setiembre set settembre setembro września wrzesień wrz сентября сентябрь сен сент вересня eylül eyl září septembrie szeptember syyskuuta syyskuu σεπτεμβρίου σεπτέμβριος
        october oct oktober okt octobre octubre ottobre ott outubro out października październik paź pażdziernika октября октябрь окт жовтня ekim eki říjen října octombrie október lokakuuta lokakuu οκτωβρίου οκτώβριος
        november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя листопада kasım kas listopadu noiembrie marraskuuta marraskuu νοεμβρίου νοέμβριος
        december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia grudzień gru декабря декабрь дек грудня desember des aralık ara prosinec prosince decembrie joulukuuta joulukuu δεκεμβρίου δεκέμβριος
        """

    /// Every name's bytes.
    static var all: [[UInt8]] { table.keys.map { Array($0.utf8) } }

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for (index, line) in names.description.parts(by: UInt8(ascii: "\n")).enumerated() {
            for name in line.parts(by: UInt8(ascii: " ")) where table[name] == nil { table[name] = index + 1 }
        }
        return table
    }()
}
