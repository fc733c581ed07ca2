import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Planned savings that ran before the book: by an act and by a table, and what becomes of them.
@Suite struct PlannedTakeoverTests {
  let folder: TestFolder
  let ledger: Ledger
  let account = "BRC-0001" as AccountCode

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for member in ["0001", "0002"] as [MemberNumber] { try ledger.join(member) }
    try PlannedScene.offer(ledger)
  }

  private func opening(_ amount: Rupiah) throws {
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,\(amount),\n", file: "saldo", on: day("2025-12-31"))
  }

  @discardableResult
  private func takeOver(
    months: Int = 6, paid: Int = 2, interest: Rupiah = 1_500, opened: String = "2025-10-05",
    rate: String? = nil, misses: Int? = nil, reference: String? = nil
  ) throws -> PlannedSavingsCard {
    try ledger.openPlannedSavings(
      NewPlannedSavings(
        of: "0001", in: "berencana", 100_000, months: months, on: day(opened),
        takeover: .init(
          asOf: day("2025-12-31"), monthsPaid: paid, interest: interest,
          rate: rate.map { try Rate(parsing: $0) }, misses: misses)), reference: reference)
  }

  private func deposit(_ amount: Rupiah, on date: String) throws {
    _ = try ledger.deposit(
      amount, member: "0001", product: "berencana", account: account, on: day(date))
  }

  private func card(_ date: String) throws -> PlannedSavingsCard {
    try ledger.plannedSavings(account, on: day(date))
  }

  @Test func whatIsBehindIsCaughtUpAndTheEndIsAsAgreed() throws {
    let taken = try takeOver(reference: "P-1")
    #expect(taken.state == .running && taken.paid == 2 && taken.missed == 1)
    #expect(taken.owed == 100_000 && taken.brought == 200_000 && taken.balance == 201_500)
    #expect(taken.maturity == (try day("2026-04-01")))
    #expect(try takeOver(reference: "P-1") == taken)
    #expect(refusal { try takeOver(paid: 3, reference: "P-1") } == .referenceReused)
    try opening(201_500)
    #expect(
      refusal { try deposit(100_500, on: "2026-01-05") } == .plannedNotMonths)
    // Four months are left, of which one is overdue.
    #expect(refusal { try deposit(500_000, on: "2026-01-05") } == .plannedNotMonths)
    try deposit(200_000, on: "2026-01-05")
    #expect(try card("2026-01-31").missed == 0)
    _ = try ledger.runMonthEnd(month("2026-01"))
    // 6 % on 201,500 for 4 days and on 401,500 for 27, over 365 days.
    let interest = try #require(try ledger.explain(account, month("2026-01")).posted?.gross)
    let right = (201_500 * 4 + 401_500 * 27) * 6
    #expect(interest == Rupiah(sen: Int64((right + 18_250) / 36_500 * 100)))
    try deposit(200_000, on: "2026-02-05")
    for name in ["2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(name)) }
    #expect(try card("2026-03-31").state == .running)
    #expect(try card("2026-04-01").state == .over)
    #expect(try card("2026-04-01").brought == 600_000)
    #expect(try ledger.verify().isOK)
  }

  /// Months before the takeover decide nothing; those after it do.
  @Test func itLapsesByWhatIsMissedSince() throws {
    try takeOver(paid: 1, misses: 4)
    try opening(101_500)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try card("2026-01-31").lapsedWith == nil)
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try card("2026-02-28").lapsedWith == (try month("2026-02")))
    #expect(try card("2026-02-28").state == .lapsed)
    #expect(try ledger.verify().isOK)
  }

  @Test func aWrongTakeoverIsTakenBack() throws {
    try takeOver()
    _ = try ledger.reverse(EntryNumber(1))
    let card = try card("2026-01-05")
    #expect(card.brought == .zero && card.paid == 0 && card.balance == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test func whatCannotBeIsRefused() throws {
    #expect(refusal { try takeOver(paid: 0) } == .plannedUnfit)
    #expect(refusal { try takeOver(paid: 7) } == .plannedUnfit)
    // Three were missed, and it lapses with the third.
    #expect(refusal { try takeOver(opened: "2025-08-05") } == .plannedUnfit)
    #expect(refusal { try takeOver(months: 3) } == .plannedUnfit)
    #expect(refusal { try takeOver(opened: "2026-01-01") } == .plannedUnfit)
    #expect(refusal { try takeOver(months: 12) } == .plannedUnfit)
    #expect(refusal { try takeOver(interest: -1) } == .amountNotPositive)
    // What is not offered any more needs its rate.
    #expect(try takeOver(months: 12, rate: "7%/year").savings.terms.rate.description == "7%/year")
  }

  @Test("what is taken back of an earlier book asks for no months, and can be taken over again")
  func takenBack() throws {
    try takeOver(reference: "P-1")
    let entry = EntryNumber(Int64(try ledger.status().entries))
    let opening = try day("2025-12-31")
    let reversal = try ledger.reverse(entry, on: opening)
    let ended = try card("2026-03-31")
    #expect(ended.state == .ended && ended.owed == 0 && ended.balance == 0)
    #expect(ended.savings.ending?.reason?.hasSuffix("\(reversal.entry)") == true)
    #expect(refusal { try takeOver(reference: "P-1") } == .referenceReversed)
    try takeOver(paid: 3, reference: "P-2")
    let running = try ledger.plannedSavings(on: day("2026-01-31")).filter { $0.state == .running }
    #expect(running.map(\.savings.account.text) == ["BRC-0001-02"])
    #expect(running.map(\.owed) == [100_000])
    #expect(try ledger.verify().isOK)
  }

  @Test func aTableIsTakenOverOnce() throws {
    let table = """
      No. Anggota;Produk;Setoran per Bulan;Tanggal Buka;Jangka (bulan);Bulan Lunas;Bulan \
      Tertunggak;Jasa di Saldo;Suku Jasa
      0001;berencana;100.000;2025-10-05;6;3;0;1.500;
      0002;berencana;250.000;2025-09-12;24;3;1;;7,5%/tahun

      """
    let text = SheetText(table, file: "berencana.csv")
    let day = try day("2025-12-31")
    let report = try ledger.importPlannedSavings(text, on: day)
    #expect(report.stored == 2 && report.openingDifference == 1_051_500)
    #expect(report.totals.map(\.amount) == [1_051_500])
    let cards = try ledger.plannedSavings(on: day)
    #expect(cards.map(\.paid) == [3, 3] && cards.map(\.missed) == [0, 1])
    #expect(cards.map(\.savings.terms.rate.description) == ["6%/year", "7.5%/year"])
    #expect(try ledger.importPlannedSavings(text, on: day).alreadyStored == 2)
    #expect(try ledger.plannedSavings(on: day) == cards)
    let bad = """
      member,product,monthly,opened,tenor,months_paid,missed,pay_to
      0001,berencana,100000,2025-10-06,6,2,0,
      0009,berencana,100000,2025-10-06,6,3,,
      0001,pokok,100000,2025-10-06,6,3,,
      0001,berencana,0,2025-10-06,6,3,,
      0001,berencana,100000,2025-10-07,6,x,,
      0001,berencana,100000,2025-10-08,6,3,,SUK-0002

      """
    let error = refused {
      _ = try ledger.importPlannedSavings(SheetText(bad, file: "b.csv"), on: day)
    }
    #expect(
      error?.details.map(\.code) == [
        .plannedMissedOther, .memberUnknown, .plannedUnfit, .amountNotPositive, .termUnreadable,
        .accountUnknown,
      ])
    #expect(try ledger.verify().isOK)
  }

  @Test(arguments: [
    "UPDATE plannedSavings SET interestBefore = interestBefore + 1",
    "UPDATE plannedSavings SET takenOverOn = takenOverOn - 1",
    "UPDATE plannedSavings SET monthly = 70000",
  ])
  func verifyFinds(_ sql: String) throws {
    try takeOver()
    #expect(try ledger.verify().isOK)
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: folder.file()), sql)
    #expect(try RichBook.failures(folder).map(\.name).contains("planned.terms"))
  }
}
