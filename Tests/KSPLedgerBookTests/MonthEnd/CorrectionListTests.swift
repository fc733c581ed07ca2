import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a month corrects of closed months stands apart in its report.
@Suite struct CorrectionListTests {
  private static func lines(_ report: MonthEndReport) -> [MonthEndReport.Section.Line] {
    report.sections.first { $0.code == "corrections" }?.lines ?? []
  }

  @Test func everyCorrectionIsListedWithItsVoucher() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let loan = try book.lend("flat", 12_000_000, to: "0001", on: "2026-01-05")
    let wrong = try ledger.deposit(30_000_000, member: "0001", on: day("2026-01-06"))
    _ = try ledger.deposit(500_000, member: "0002", on: day("2026-01-06"))
    try book.monthEnd("2026-01")
    #expect(Self.lines(try ledger.previewMonthEnd(month("2026-02"))).isEmpty)
    let reversal = try ledger.reverse(wrong.entry, on: day("2026-02-03"))
    let late = try ledger.deposit(9_000_000, member: "0001", on: day("2026-02-03"))
    let correction = try ledger.correctInterest(
      of: AccountCode("SUK-0001"), in: month("2026-01"),
      valued: [late.entry: day("2026-01-10")], on: day("2026-02-04"))
    _ = try ledger.payInterest(
      7_000, member: "0002", on: day("2026-02-05"),
      earned: month("2026-01")...month("2026-02"))
    _ = try ledger.repay(loan: loan, on: day("2026-02-06"), saying: LoanParts(interest: 1_000))
    // What belongs to the month itself is no correction.
    let own = try ledger.deposit(20_000, member: "0002", on: day("2026-02-07"))
    _ = try ledger.reverse(own.entry, on: day("2026-02-08"))
    let report = try book.monthEnd("2026-02")
    let lines = Self.lines(report)
    #expect(
      lines.map(\.name.english) == [
        "interest of SUK-0001 for 2026-01", "interest of SUK-0002 since 2026-01",
        "SUK-0001 counts from 2026-01-10", "\(wrong.entry) of 2026-01-06 reversed",
      ])
    #expect(lines[0].entry == correction.entry && lines[0].amount == correction.difference)
    #expect(lines[1].amount == 3_500)
    #expect(lines[2].entry == late.entry && lines[2].amount == 9_000_000)
    #expect(lines[3].entry == reversal.entry && lines[3].amount == 30_000_000)
    // Read again, and not in the month after.
    #expect(Self.lines(try #require(try ledger.monthEnd(month("2026-02")))) == lines)
    #expect(Self.lines(try book.monthEnd("2026-03")).isEmpty)
  }

  @Test func adjustmentsOfAYearStandInTheMonthInWhichTheyWereRecorded() throws {
    let ledger = try createBook(TestFolder(), first: "2025-12")
    _ = try ledger.runMonthEnd(month("2025-12"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    try ledger.adjustYear(
      YearAdjustment(
        of: 2025,
        legs: [
          .init(account: AccountCode("5-2900"), amount: 250_000),
          .init(account: AccountCode("1-1290"), amount: -250_000),
        ], document: "Auditor 12"), note: EntryNote(memo: "Menurut auditor", recordedBy: "sari"))
    let report = try ledger.runMonthEnd(month("2026-02"))
    #expect(Self.lines(report).map(\.amount) == [250_000])
    #expect(Self.lines(try ledger.runMonthEnd(month("2026-03"))).isEmpty)
    #expect(Self.lines(try #require(try ledger.monthEnd(month("2026-02")))).count == 1)
  }
}
