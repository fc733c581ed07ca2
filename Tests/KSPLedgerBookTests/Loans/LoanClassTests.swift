import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a new plan does to the class, and what a bad class does to income.
@Suite struct LoanClassTests {
  /// 12 million flat at 1.5 % over twelve months from 15 January, which nobody pays.
  private func book(
    _ recognition: LoanTerms.Recognition = .onReceipt, stops: LoanClass? = .kurangLancar
  ) throws -> LoanBook {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.recognition = recognition
      terms.recognitionStops = stops
    }
    _ = try book.lend("flat", 12_000_000, count: 12, on: "2026-01-15")
    return book
  }

  @Test("K4.10: a loan that was lost stays lost after a new plan, until three installments on time")
  func aNewPlanCuresNobody() throws {
    let book = try book()
    let ledger = book.ledger
    for month in 1...9 { try book.monthEnd("2026-0\(month)") }
    let lost = try ledger.loan("PJ-0001", asOf: day("2026-09-30"))
    #expect(lost.loanClass == .macet)
    #expect(try book.balance("1-1290") == -12_000_000)
    let new = try ledger.rescheduleLoan("PJ-0001", on: day("2026-10-01"), count: 12)
    #expect(new.loanClass == .macet && new.kept?.loanClass == .macet && new.kept?.needed == 3)
    let report = try book.monthEnd("2026-10")
    #expect(report.provisions.isEmpty)
    #expect(report.loans.first?.keptClass == .macet)
    #expect(try ledger.monthEnd(month("2026-10"))?.loans == report.loans)
    // Two on time, one late: the count begins anew.
    _ = try ledger.repay(loan: "PJ-0001", on: day("2026-11-01"))
    _ = try ledger.repay(loan: "PJ-0001", on: day("2026-12-01"))
    #expect(try ledger.loan("PJ-0001", asOf: day("2026-12-01")).kept?.onTime == 2)
    for month in 11...12 { try book.monthEnd("2026-\(month)") }
    _ = try ledger.repay(loan: "PJ-0001", on: day("2027-01-05"))
    #expect(try ledger.loan("PJ-0001", asOf: day("2027-01-05")).kept?.onTime == 0)
    for date in ["2027-02-01", "2027-03-01"] {
      _ = try ledger.repay(loan: "PJ-0001", on: day(date))
    }
    for month in 1...3 { try book.monthEnd("2027-0\(month)") }
    #expect(try ledger.loan("PJ-0001", asOf: day("2027-03-31")).loanClass == .macet)
    _ = try ledger.repay(loan: "PJ-0001", on: day("2027-04-01"))
    let cured = try ledger.loan("PJ-0001", asOf: day("2027-04-01"))
    #expect(cured.loanClass == .lancar && cured.kept == nil)
    // The release of the allowance says whose it is.
    let released = try book.monthEnd("2027-04")
    #expect(released.loans.first?.isCured == true)
    let voucher = try #require(released.provisions.first?.entry)
    #expect(released.provisions.first?.change.isNegative == true)
    #expect(try ledger.entry(voucher).note.memo?.contains("PJ-0001") == true)
    #expect(try ledger.monthEnd(month("2027-04"))?.loans == released.loans)
    #expect(try ledger.explainLoan("PJ-0001", month("2027-04")).agrees)
    #expect(try ledger.verify().isOK)
  }

  @Test func payingAheadKeepsTheInstallmentsThatWereOnTime() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .smallerInstallments }
    let ledger = book.ledger
    _ = try book.lend("menurun", 12_000_000, count: 12, on: "2026-01-15")
    for month in 1...5 { try book.monthEnd("2026-0\(month)") }
    let new = try ledger.rescheduleLoan("PJ-0001", on: day("2026-06-01"), count: 12)
    #expect(new.loanClass == .kurangLancar)
    _ = try ledger.repay(3_000_000, loan: "PJ-0001", on: day("2026-07-01"))
    #expect(try ledger.loan("PJ-0001", asOf: day("2026-07-01")).kept?.onTime == 1)
    _ = try ledger.repay(loan: "PJ-0001", on: day("2026-08-01"))
    #expect(try ledger.loan("PJ-0001", asOf: day("2026-08-01")).kept?.onTime == 2)
    _ = try ledger.repay(loan: "PJ-0001", on: day("2026-09-01"))
    #expect(try ledger.loan("PJ-0001", asOf: day("2026-09-01")).loanClass == .lancar)
    // Late again, a new plan again: what is kept is what it was then, not more.
    #expect(try ledger.verify().isOK)
  }

  @Test("K4.10: recognition stops at a class, sets aside what was accrued, and resumes on payment")
  func recognitionStops() throws {
    let book = try book(.onDueDate)
    let ledger = book.ledger
    for month in 1...4 { try book.monthEnd("2026-0\(month)") }
    // Three installments fell due by 15 April, 180,000 each; arrears of three months are current.
    #expect(try book.balance("4-1000") == 540_000 && book.balance("PJ-0001.J") == 540_000)
    let stopped = try book.monthEnd("2026-05")
    #expect(
      stopped.loans.first?.isStopped == true && stopped.loans.first?.loanClass == .kurangLancar)
    #expect(stopped.loans.first?.interest == -540_000)
    #expect(try book.balance("4-1000") == 0 && book.balance("PJ-0001.J") == 0)
    #expect(try book.monthEnd("2026-06").loans.first?.interest == 0)
    #expect(try book.monthEnd("2026-07").loans.first?.interest == 0)
    // What is paid is income of the month in which it comes in.
    _ = try ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-08-10"))
    let paid = try book.monthEnd("2026-08")
    #expect(paid.loans.first?.isStopped == true && paid.loans.first?.interest == 180_000)
    // Paid up: all that is earned is income again.
    let due = try ledger.loan("PJ-0001", asOf: day("2026-09-20")).position.totalDue
    _ = try ledger.repay(due, loan: "PJ-0001", on: day("2026-09-20"))
    let resumed = try book.monthEnd("2026-09")
    #expect(resumed.loans.first?.isStopped == false)
    #expect(try book.balance("4-1000") == 1_440_000 && book.balance("PJ-0001.J") == 0)
    #expect(try ledger.explainLoan("PJ-0001", month("2026-05")).agrees)
    #expect(try ledger.verify().isOK)
  }

  /// As without the mistake: what a voucher took, its reversal gives back.
  @Test(
    "K4.10: what became income in earlier years is an expense when it is set aside",
    arguments: [false, true])
  func earlierYears(isMistaken: Bool) throws {
    let book = try book(.onDueDate, stops: .macet)
    let ledger = book.ledger
    // Paid through July; the arrears of August are macet in the middle of February.
    _ = try ledger.repay(7_080_000, loan: "PJ-0001", on: day("2026-02-15"))
    for month in 1...12 { try book.monthEnd("2026-" + (month < 10 ? "0\(month)" : "\(month)")) }
    let held = try book.balance("PJ-0001.J")
    #expect(held == 900_000)
    try book.monthEnd("2027-01")
    if isMistaken {
      let wrong = try ledger.settleLoan(loan: "PJ-0001", on: day("2027-02-03"))
      _ = try ledger.reverse(wrong.receipt.entry)
    }
    let before = try book.balance("4-1000")
    let expense = try book.balance("5-2900")
    let report = try book.monthEnd("2027-02")
    let line = try #require(report.loans.first)
    #expect(line.loanClass == .macet && line.isStopped)
    // January's installment was the last: 180,000 of this year, the rest of last year.
    #expect(line.interest == -180_000 && line.expensed == held)
    #expect(try book.balance("PJ-0001.J") == 0)
    #expect(try book.balance("4-1000") == before - 180_000)
    let provision = report.provisions.reduce(Rupiah.zero) { Rupiah(sen: $0.sen + $1.change.sen) }
    #expect(try book.balance("5-2900").sen == expense.sen + held.sen + provision.sen)
    #expect(try ledger.monthEnd(month("2027-02"))?.loans == report.loans)
    #expect(try ledger.verify().isOK)
  }

  @Test("K4.10: an earlier year is one of the book, whenever it begins")
  func earlierBookYears() throws {
    let book = try book(.onDueDate, stops: .macet)
    let ledger = book.ledger
    var settings = try ledger.settings
    settings.yearStart = .april
    _ = try ledger.updateSettings(settings)
    for month in 1...3 { try book.monthEnd("2026-0\(month)") }
    // February and March were due in the year that began in April 2025.
    let expense = try book.balance("5-2900")
    _ = try ledger.waiveLoan(
      360_000, loan: "PJ-0001", on: day("2026-04-02"), note: EntryNote(memo: "lunak"))
    #expect(try book.balance("5-2900") == expense + 360_000)
    #expect(try ledger.incomeStatement(BookPeriod(month("2026-04"))).shu == -360_000)
    #expect(try ledger.verify().isOK)
  }
}
