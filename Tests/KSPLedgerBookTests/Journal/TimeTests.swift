import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Dates that cannot be, and what is told of days. The tests carry the numbers of the faults.
@Suite struct TimeTests {
  private func book(
    _ folder: TestFolder, on today: String, members: [MemberNumber] = ["0001"]
  ) throws -> Ledger {
    let ledger = try createBook(folder, clock: clock(on: today))
    for member in members { try ledger.join(member) }
    return ledger
  }

  private func savings(
    _ ledger: Ledger, _ first: String, _ last: String
  ) throws -> AccountStatement {
    try ledger.statement(of: AccountCode("SUK-0001"), period: period(first, last))
  }

  // MARK: - K2.1 Months that have not happened

  @Test func k2_1_aMonthClosesOnItsLastDayAtTheEarliest() throws {
    let folder = try TestFolder()
    let ledger = try book(folder, on: "2026-01-30")
    #expect(refusal { try ledger.runMonthEnd(month("2026-01")) } == .monthNotOver)
    #expect(try ledger.monthToClose() == nil)
    try ledger.close()
    let last = try Ledger.open(at: folder.file(), clock: clock(on: "2026-01-31"))
    // It may be closed on its last day, and the report says that the day was not over.
    #expect(try last.monthToClose() == nil)
    let report = try last.runMonthEnd(month("2026-01"))
    #expect(report.outcome == .done && report.isBeforeEnd)
    #expect(try last.monthEnd(month("2026-01"))?.isBeforeEnd == true)
    #expect(refusal { try last.runMonthEnd(month("2026-02")) } == .monthNotOver)
    #expect(refusal { try last.runMonthEnd(month("2026-12")) } == .monthEarlierOpen)
  }

  @Test func k2_1_earlierOnlyWithAReasonWhichTheChainKeeps() throws {
    let ledger = try book(try TestFolder(), on: "2026-01-20")
    let note = EntryNote(memo: "Koperasi bubar", recordedBy: "Rina", exceptions: .beforeEnd)
    #expect(try ledger.runMonthEnd(month("2026-01"), note: note).isBeforeEnd)
    var closing: LedgerEvent?
    try ledger.events { event in if event.kind == "month.closed" { closing = event } }
    #expect(closing?.note.memo == "Koperasi bubar" && closing?.note.recordedBy == "Rina")
  }

  @Test func k2_1_theNightlyJobClosesAMonthOnceAndNothingElse() throws {
    let folder = try TestFolder()
    try book(folder, on: "2026-01-15").close()
    let ledger = try Ledger.open(at: folder.file(), clock: clock(on: "2026-02-01"))
    var closed: [BookMonth] = []
    for _ in 1...2 {
      guard let month = try ledger.monthToClose() else { continue }
      closed.append(try ledger.runMonthEnd(month).month)
    }
    #expect(try closed == [month("2026-01")])
    #expect(try ledger.status().openMonth == month("2026-02"))
    #expect(try ledger.monthEnd(month("2026-01"))?.isBeforeEnd == false)
  }

  // MARK: - K2.2 Money of days that have not come

  @Test func k2_2_moneyMovesTodayUnlessTheFutureIsNamed() throws {
    let ledger = try book(try TestFolder(), on: "2026-11-28")
    func deposit(_ date: String, _ note: EntryNote = EntryNote()) throws -> Receipt {
      try ledger.deposit(500_000, member: "0001", on: day(date), note: note)
    }
    #expect(refusal { try deposit("2062-11-28") } == .dateFuture)
    #expect(refusal { try deposit("2026-11-29") } == .dateFuture)
    #expect(try deposit("2026-11-28").balance == 500_000)
    let ahead = try deposit("2062-11-28", EntryNote(exceptions: .futureDate))
    // A reversal is dated like its entry, however far that lies: what is real stays untouched.
    let reversal = try ledger.reverse(ahead.entry)
    #expect(try reversal.bookDate == day("2062-11-28"))
    #expect(try savings(ledger, "2026-11-01", "2026-11-30").closing == 500_000)
    #expect(try ledger.member("0001").savings.map(\.balance) == [500_000])
    #expect(try ledger.withdraw(500_000, member: "0001", on: day("2026-11-28")).balance == 0)
  }

  @Test func k2_2_aReversalIsDatedLikeItsEntryOrTheFirstOpenDay() throws {
    let ledger = try book(try TestFolder(), on: "2026-03-15")
    let january = try ledger.deposit(7_000, member: "0001", on: day("2026-01-20")).entry
    let february = try ledger.deposit(9_000, member: "0001", on: day("2026-02-20")).entry
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try ledger.reverse(january).bookDate == day("2026-02-01"))
    #expect(refusal { try ledger.reverse(february, on: day("2026-02-19")) } == .reversalBeforeEntry)
    #expect(try ledger.reverse(february).bookDate == day("2026-02-20"))
  }

  // MARK: - K2.3 What is shown is of today, and slips agree with statements

  @Test func k2_3_balancesAreOfTodayAndLaterMoneyStandsApart() throws {
    let ledger = try book(try TestFolder(), on: "2026-02-10")
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-02-10"))
    let ahead = EntryNote(exceptions: .futureDate)
    _ = try ledger.deposit(300, member: "0001", on: day("2026-02-20"), note: ahead)
    let savings = try #require(try ledger.member("0001").savings.first)
    #expect(savings.balance == 1_000 && savings.later == 300)
    let status = try ledger.status()
    #expect(status.savings == 1_000 && status.cash == 1_000)
    #expect(status.later == BookStatus.Later(entries: 1, savings: 300, cash: 300))
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 1_000)
    let cash = try #require(try ledger.chart().first { $0.code.text == "1-1000" })
    #expect(cash.balance == 1_000)
    let balance = try ledger.trialBalance()
    #expect(try balance.asOf == day("2026-02-10") && balance.debit == 1_000)
    #expect(try ledger.trialBalance(asOf: day("2026-02-20")).debit == 1_300)
  }

  @Test func k2_3_aSlipShowsTheBalanceOfItsDay() throws {
    let ledger = try book(try TestFolder(), on: "2026-02-28")
    func deposit(_ amount: Rupiah, _ date: String, _ key: String? = nil) throws -> Receipt {
      try ledger.deposit(
        amount, member: "0001", on: day(date), reference: key)
    }
    let last = try deposit(500, "2026-02-20")
    #expect(last.balance == 500 && last.laterBalance == nil)
    // An older slip is typed in later.
    let older = try deposit(100, "2026-02-05", "K-1")
    #expect(older.balance == 100 && older.laterBalance == 600)
    let lines = try savings(ledger, "2026-02-01", "2026-02-28").lines
    #expect(lines.map(\.balance) == [100, 600])
    let again = try deposit(100, "2026-02-05", "K-1")
    #expect(again.isReplay && again.balance == 100 && again.laterBalance == 600)
  }

  // MARK: - K2.4 The day that is too low

  @Test func k2_4_aRefusedWithdrawalNamesTheLowestDay() throws {
    let ledger = try book(try TestFolder(), on: "2026-01-31")
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-02"))
    _ = try ledger.withdraw(800, member: "0001", on: day("2026-01-10"))
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-20"))
    let error = refused { try ledger.withdraw(300, member: "0001", on: day("2026-01-05")) }
    #expect(error?.code == .overdraft)
    #expect(error?.message.english.contains("on 2026-01-10 is Rp200") == true)
    #expect(try ledger.withdraw(200, member: "0001", on: day("2026-01-05")).balance == 800)
  }

  // MARK: - K2.6 A clock that is wrong

  @Test(arguments: [("2026-01-10", true), ("2026-02-15", false), ("9999-12-31", true)])
  func k2_6_aClockThatCannotBeIsPointedOut(_ today: String, _ isOdd: Bool) throws {
    let folder = try TestFolder()
    try book(folder, on: "2026-02-10").close()
    let ledger = try Ledger.open(at: folder.file(), clock: clock(on: today))
    #expect(try (ledger.clockDoubt() != nil) == isOdd)
  }
}
