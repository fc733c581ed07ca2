import KSPCore
import KSPTestSupport
import Testing

@Suite struct BookDateTests {
  /// Counts days from one year to the next, as nobody would do in a program.
  @Test func everyDayOfTheCalendarIsReadInBothShapes() throws {
    var number = try day("1896-01-01").dayNumber
    for year in 1896...2104 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        for date in 1...length {
          let two = { (value: Int) in (value < 10 ? "0" : "") + String(value) }
          let iso = "\(year)-\(two(month + 1))-\(two(date))"
          let read = try BookDate(parsing: iso)
          #expect(read.dayNumber == number && read.description == iso)
          #expect(try BookDate(parsing: "\(two(date))/\(two(month + 1))/\(year)") == read)
          number += 1
        }
        let beyond = "\(length + 1)/\(month + 1)/\(year)"
        #expect(refusal { try BookDate(parsing: beyond) } == .dateUnreadable)
      }
    }
    #expect(try day("1970-01-01").dayNumber == 0)
  }

  @Test(arguments: [
    "", "2026", "2026-1", "2026-13-01", "2026-00-10", "2026-01-00", "2026-02-29", "31/02/2026",
    "2026/01/31", "1/1/26", "2026-01-31x", "01/13/2026", "2026-01-3 1", "12026-01-01",
    "٢٠٢٦-٠١-٠١", "2026--01-01", "0000-01-01",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(refusal { try BookDate(parsing: text) } == .dateUnreadable)
  }

  @Test(arguments: ["", "2026", "2026-13", "2026-00", "2026-1-1", "x"])
  func refusesWhatIsNoMonth(_ text: String) {
    #expect(refusal { try BookMonth(parsing: text) } == .monthUnreadable)
  }

  @Test func theEndsOfTheCalendar() throws {
    #expect(BookDate.latest.description == "9999-12-31")
    #expect(BookDate.earliest.description == "0001-01-01")
    #expect(refusal { try BookDate.latest.adding(days: 1) } == .dateUnreadable)
    #expect(refusal { try BookDate.earliest.adding(days: -1) } == .dateUnreadable)
    #expect(refusal { try BookDate.latest.adding(days: .max) } == .dateUnreadable)
    #expect(refusal { try BookDate.latest.month.next() } != nil)
    #expect(refusal { try BookDate.earliest.month.previous() } != nil)
  }
}
