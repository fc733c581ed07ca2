import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport

extension RefusalCase {
  /// Ends of years that cannot be: out of turn, with money, or after the meeting.
  static let years: [RefusalCase] = [
    RefusalCase("year.beforeBook") { _ = try $0.ledger.yearEnd(2024) },
    RefusalCase("year.monthsOpen") { _ = try $0.ledger.previewYearEnd(2026) },
    RefusalCase("year.monthsOpen") { _ = try $0.ledger.runYearEnd(2026) },
    RefusalCase("year.monthsOpen") { try YearBook.adjust($0.ledger, 2026) },
    RefusalCase("year.roleMissing") { _ in
      let rows = ChartOfAccounts.standardCSV.replacing("shu-undistributed", with: "")
      let chart = try ChartOfAccounts(csv: rows, file: "chart")
      _ = try YearBook(chart: chart).ledger.runYearEnd(2025)
    },
    RefusalCase("year.earlierOpen") { _ in
      let book = try YearBook()
      for number in 2...12 { try book.end("2026-\(number < 10 ? "0" : "")\(number)") }
      try book.end("2027-01")
      _ = try book.ledger.runYearEnd(2026)
    },
    RefusalCase("year.notClosed") { _ in try YearBook().ratify() },
    RefusalCase("year.meetingTooEarly") { _ in try YearBook(.closed).ratify("2026-01-31") },
    RefusalCase("year.ratified") { _ in try YearBook.adjust(YearBook(.ratified).ledger) },
    RefusalCase("year.ratified") { _ in try YearBook(.ratified).ratify("2026-02-11") },
    RefusalCase("year.accountUnfit") { _ in
      try YearBook.adjust(YearBook().ledger, against: "1-1000")
    },
    RefusalCase("year.accountUnfit") { _ in
      try YearBook.adjust(YearBook().ledger, against: "3-3000")
    },
    RefusalCase("year.accountUnfit") { _ in
      try YearBook(.ratified).cover(["2-1600": 1_000])
    },
    RefusalCase("year.reasonMissing") { _ in
      try YearBook.adjust(YearBook().ledger, note: EntryNote(memo: "audit"))
    },
    RefusalCase("year.notRatified") { _ in try YearBook(.closed).cover(["3-2000": 1_000]) },
    RefusalCase("year.coverTooLarge") { _ in
      try YearBook(.ratified).cover(["3-2000": 3_000_001])
    },
    RefusalCase("year.coverTooLarge") { _ in
      try YearBook(.ratified).cover(["3-2100": 200_001])
    },
    RefusalCase("year.shuUnfit") { _ in
      try YearBook(.closed).ledger.ratifyYear(
        2025, on: day("2026-02-10"), decision: "RAT 1", shu: 1_000)
    },
    RefusalCase("year.shuUnfit") {
      try $0.ledger.ratifyYear(
        2024, on: day(RefusalScene.today), decision: "RAT 1", shu: 900_000_000)
    },
    RefusalCase("year.startFixed") { _ in
      let ledger = try YearBook(.closed).ledger
      var settings = try ledger.settings
      settings.yearStart = .july
      try ledger.updateSettings(settings)
    },
  ]
}
