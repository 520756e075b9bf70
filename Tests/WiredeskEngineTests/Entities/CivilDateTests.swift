import Testing

@testable import WiredeskEngine

@Suite struct CivilDateTests {
    @Test func goesFromDaysToDatesAndBack() {
        for days in stride(from: -800_000, through: 800_000, by: 97) {
            #expect(CivilDate(days: days).days == days)
        }
        #expect(CivilDate(days: 0).iso == "1970-01-01")
    }

    @Test(arguments: [
        (2005, 1, 1, "2004-W53"), (2008, 12, 29, "2009-W01"), (2010, 1, 3, "2009-W53"), (2022, 7, 20, "2022-W29"),
    ])
    func knowsTheISOWeek(_ year: Int, _ month: Int, _ day: Int, _ week: String) {
        #expect(CivilDate(year: year, month: month, day: day).isoWeekValue == week)
    }

    @Test func keepsTheMonthWhenTheDayIsTooLate() {
        #expect(CivilDate(year: 2021, month: 1, day: 31).adding(months: 1).iso == "2021-02-28")
        #expect(CivilDate(year: 2021, month: 1, day: 31).adding(months: -2).iso == "2020-11-30")
    }
}
