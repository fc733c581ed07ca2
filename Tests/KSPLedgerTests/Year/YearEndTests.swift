import GRDB
import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// The end of a year: its three states, what it moves, and what of it statements show.
@Suite struct YearEndTests {
  private static func line(_ sheet: BalanceSheet, _ code: String) -> Rupiah? {
    sheet.sections.flatMap(\.lines).first { $0.code == code }?.amount
  }

  /// An adjustment of a year fixes where the year begins.
  @Test func theStartOfTheYearIsFixedByItsFirstVoucher() throws {
    let ledger = try YearBook().ledger
    _ = try YearBook.adjust(ledger)
    var settings = try ledger.settings
    settings.yearStart = .january
    #expect(refusal { try ledger.updateSettings(settings) } == .yearStartFixed)
  }

  // MARK: - The vector

  /// Vector `audit-before-the-meeting`: SHU of Rp40.000.000, closed on 5 January; an allowance of
  /// Rp3.000.000 that the auditor asks for on 10 February, dated 31 December.
  @Test func anAuditBeforeTheMeeting() throws {
    let today = try Today("2025-12-31")
    let ledger = try createBook(TestFolder(), first: "2025-12", clock: today.clock)
    let book = Poster(ledger)
    try book.post("2025-12-10", ("1-1000", 40_000_000), ("4-1000", -40_000_000))
    try today.set("2026-01-05")
    try book.end("2025-12")
    try ledger.runYearEnd(2025, note: EntryNote(recordedBy: "sari"))
    let known = KnowledgePoint.event(try ledger.knowledge().event)
    try today.set("2026-01-31")
    try book.post("2026-01-20", ("1-1000", 700_000), ("4-1000", -700_000))
    try book.end("2026-01")
    let first = try period("2026-01-01", "2026-03-31")
    let (year, income) = (try BookPeriod(year: 2025), try ledger.incomeStatement(first))
    try today.set("2026-02-10")
    let receipt = try YearBook.adjust(ledger, 2025, 3_000_000)
    #expect(try receipt.bookDate == day("2025-12-31") && receipt.amount == 3_000_000)
    #expect(try ledger.incomeStatement(year).shu == 37_000_000)
    #expect(try ledger.incomeStatement(year, asRecordedThrough: known).shu == 40_000_000)
    #expect(
      try ledger.incomeStatement(year, asRecordedThrough: .day(day("2026-01-05"))).shu
        == 40_000_000)
    let after = try ledger.incomeStatement(first)
    #expect(after.shu == income.shu && after.sections == income.sections)
    let sheet = try ledger.balanceSheet(asOf: day("2025-12-31"))
    #expect(Self.line(sheet, "1-1290") == -3_000_000 && sheet.balances)
    #expect(Self.line(sheet, "3-3000") == 37_000_000)
    let before = try ledger.balanceSheet(asOf: day("2025-12-31"), asRecordedThrough: known)
    #expect(Self.line(before, "3-3000") == 40_000_000 && before.balances)
    // The new year's months end as if nothing had been: what was audited is not released.
    try today.set("2026-02-28")
    try book.end("2026-02")
    #expect(try ledger.incomeStatement(first).shu == 700_000)
    #expect(Self.line(try ledger.balanceSheet(asOf: day("2026-02-28")), "1-1290") == -3_000_000)
    try today.set("2026-03-14")
    let end = try ledger.ratifyYear(2025, on: day("2026-03-14"), decision: "RAT 1/2026")
    #expect(end.shu == 37_000_000 && end.state == .ratified && end.decision == "RAT 1/2026")
    #expect(try end.shuBeforeAdjustments() == 40_000_000)
    #expect(try ledger.account("3-3100").balance == 37_000_000)
    #expect(try ledger.account("3-3000").balance == 0)
    #expect(try ledger.yearEnd(2025) == end)
    let verified = try ledger.verify()
    #expect(verified.isOK, "\(verified.checks.filter { $0.count > 0 })")
  }

  // MARK: - States and acts

  @Test func aYearGoesThroughItsStates() throws {
    let ledger = try makeBook(TestFolder())
    var settings = try ledger.settings
    settings.yearStart = .february
    try ledger.updateSettings(settings)
    var end = try ledger.yearEnd(2025)
    #expect(try end.state == .open && end.openMonths == [month("2026-01")])
    #expect(end.missing == [.monthsClosed] && end.year.description == "2025/2026")
    try Poster(ledger).end("2026-01")
    end = try ledger.yearEnd(2025)
    #expect(end.state == .closing && end.missing.isEmpty && !end.isClosed && end.shu == 0)
    // A year without income has no voucher, and can be closed and ratified all the same.
    #expect(try ledger.runYearEnd(2025).entries.isEmpty)
    end = try ledger.ratifyYear(2025, on: day("2026-02-10"), decision: "RAT 1")
    #expect(end.ratification?.entry == nil && end.state == .ratified)
    #expect(try ledger.verify().isOK)
  }

  @Test func aPreviewIsWhatARunDoesAndASecondRunChangesNothing() throws {
    let ledger = try YearBook().ledger
    let preview = try ledger.previewYearEnd(2025)
    #expect(preview.outcome == .preview && preview.shu == -3_000_000)
    #expect(preview.lines.map(\.account) == ["4-1000", "5-2000"])
    #expect(preview.lines.map(\.amount) == [1_000_000, 4_000_000])
    let known = try ledger.knowledge()
    #expect(try ledger.previewYearEnd(2025) == preview && ledger.knowledge() == known)
    let done = try ledger.runYearEnd(2025, reference: "T-1")
    #expect(done.outcome == .done && done.lines == preview.lines && done.entries.count == 1)
    let after = try ledger.knowledge()
    let again = try ledger.runYearEnd(2025, reference: "T-1")
    #expect(again.outcome == .alreadyDone && again.lines == done.lines)
    #expect(again.entries == done.entries && again.closedAt == done.closedAt)
    #expect(try ledger.previewYearEnd(2025) == again && ledger.knowledge() == after)
    #expect(try ledger.account("3-3000").balance == -3_000_000)
    for code in ["4-1000", "5-2000"] {
      #expect(try ledger.account(AccountCode(code)).balance == 0)
    }
  }

  @Test func adjustmentsAreDoneOnceAndBringTheirPart() throws {
    let book = try YearBook()
    let ledger = book.ledger
    let first = try YearBook.adjust(ledger, reference: "P-1")
    #expect(try YearBook.adjust(ledger, reference: "P-1").isReplay)
    #expect(refusal { try YearBook.adjust(ledger, 2025, 1, reference: "P-1") } == .referenceReused)
    #expect(first.parts.map(\.amount) == [300_000, 300_000])
    // Before the run nothing is closed; after it each adjustment is.
    #expect(try ledger.yearEnd(2025).closings.isEmpty)
    #expect(try ledger.runYearEnd(2025).shu == -3_300_000)
    try YearBook.adjust(ledger, 2025, 200_000)
    // One between accounts of the balance sheet alone moves no SHU.
    try ledger.adjustYear(
      YearAdjustment(
        of: 2025,
        legs: [
          .init(account: "1-1400", amount: 50_000), .init(account: "2-1600", amount: -50_000),
        ], document: "Memo 3"), note: EntryNote(memo: "Salah akun", recordedBy: "sari"))
    let end = try ledger.yearEnd(2025)
    #expect(end.adjustments.map(\.effect) == [-300_000, -200_000, 0])
    #expect(end.shu == -3_500_000 && end.closings.count == 2)
    #expect(try ledger.account("3-3000").balance == -3_500_000)
    #expect(try ledger.account("5-2900").balance == 0)
    // Members' accounts are none of an adjustment's.
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-02-02"))
    #expect(
      refusal { try YearBook.adjust(ledger, against: "SUK-0001") }?.rawValue == "account.ownAct")
    #expect(try ledger.verify().isOK)
  }

  @Test func aLossIsCoveredFromReserves() throws {
    let book = try YearBook(.ratified)
    let ledger = book.ledger
    #expect(try ledger.account("3-3100").balance == -3_000_000)
    try book.cover(["3-2000": 2_000_000, "3-2100": 200_000], reference: "R-1")
    try book.cover(["3-2000": 2_000_000, "3-2100": 200_000], reference: "R-1")
    var end = try ledger.yearEnd(2025)
    #expect(try end.covers.map(\.amount) == [2_200_000] && end.lossLeft() == 800_000)
    #expect(refusal { try book.cover(["3-2000": 800_001]) }?.rawValue == "year.coverTooLarge")
    // What is taken back covers nothing.
    _ = try ledger.reverse(try #require(end.covers.first).entry, on: day("2026-02-10"))
    #expect(try ledger.yearEnd(2025).lossLeft() == 3_000_000)
    try book.cover(["3-2000": 3_000_000])
    end = try ledger.yearEnd(2025)
    #expect(try end.lossLeft() == 0 && ledger.account("3-3100").balance == 0)
    #expect(try ledger.account("3-2000").balance == 2_000_000)
    #expect(try ledger.verify().isOK)
  }

  /// A card of an account shows an adjustment on its day, whichever period it is asked for.
  @Test func statementsOfAccountsHaveTheAdjustment() throws {
    let book = try YearBook()
    let ledger = book.ledger
    try book.post("2026-02-03", ("5-2900", 70_000), ("1-1290", -70_000))
    try book.end("2026-02")
    let known = KnowledgePoint.event(try ledger.knowledge().event)
    try YearBook.adjust(ledger)
    try book.end("2026-03")
    func card(_ first: String, _ last: String, _ known: KnowledgePoint? = nil) throws -> [Rupiah] {
      let card = try ledger.statement(
        of: "1-1290", period: period(first, last), asRecordedThrough: known)
      return [card.opening, card.closing]
    }
    #expect(try card("2026-01-01", "2026-01-31") == [0, -300_000])
    #expect(try card("2026-01-01", "2026-01-30") == [0, 0])
    #expect(try card("2026-01-31", "2026-02-28") == [0, -370_000])
    #expect(try card("2026-02-01", "2026-02-28") == [-300_000, -370_000])
    #expect(try card("2026-03-01", "2026-04-30") == [-370_000, -370_000])
    #expect(try card("2026-04-01", "2026-04-30") == [-370_000, -370_000])
    #expect(try card("2026-01-01", "2026-01-31", known) == [0, 0])
    #expect(try card("2026-02-01", "2026-02-28", known) == [0, -70_000])
    #expect(try card("2026-03-01", "2026-04-30", known) == [-70_000, -70_000])
    #expect(try ledger.verify().isOK)
  }

  /// What would leave an account beside its list is refused: no month could be closed after it, and
  /// an adjustment is never reversed.
  @Test(arguments: ["1-2090", "1-2000", "2-1300"])
  func whatAListHoldsIsNotAdjusted(_ account: String) throws {
    let book = try YearBook(.closed)
    #expect(
      refusal { try YearBook.adjust(book.ledger, against: account) } == .yearAccountUnfit)
    try book.ratify()
    #expect(
      refusal { try YearBook.correct(book.ledger, against: account) } == .yearAccountUnfit)
    #expect(try book.ledger.verify().isOK)
  }

  /// What mends an adjustment before the meeting is another one; after it, the open month.
  @Test func whoReversesAnAdjustmentIsToldWhatMendsIt() throws {
    let book = try YearBook(.closed)
    let receipt = try YearBook.adjust(book.ledger)
    func refusedReversal() -> LedgerError? { refused { try book.ledger.reverse(receipt.entry) } }
    let before = refusedReversal()
    #expect(before?.code == .entryNotReversible)
    #expect(
      before?.remedies == [
        .month(.adjustYear(2025, debit: "1-1290", credit: "5-2900", 300_000))
      ])
    #expect(before?.advice.english.contains("another adjustment of 2025") == true)
    try book.ratify()
    let after = refusedReversal()
    #expect(after?.remedies == [.month(.seeYear(2025)), .month(.correctYear(2025))])
    #expect(after?.advice.english.contains("open month") == true)
  }

  /// A year that was ratified with a loss has nothing to decide about.
  @Test func theShuOfALossIsNotDecided() throws {
    let decision = try ShuDecision(
      year: 2025, on: day("2026-02-10"), number: "RAT 1",
      plan: ShuPlan(ShuShares(capital: .percent("40"), activity: .percent("60"), funds: [])),
      accounts: [:])
    let book = try YearBook(.closed)
    // Before the meeting has ratified it, what is decided may still be adjusted to.
    #expect(refusal { try book.ledger.decideShu(decision, dryRun: true) } == nil)
    try book.ratify()
    let refused = refused { try book.ledger.decideShu(decision) }
    #expect(refused?.code == .shuNothingToDivide)
    #expect(refused?.remedies == [.month(.coverLoss(2025, 3_000_000))])
  }

  /// A meeting whose month was closed before it was recorded: its day stays, and the voucher stands
  /// on the first day that is open.
  @Test(arguments: ["2026-02-10", "2026-02-28"]) func aMeetingOfAClosedMonthIsRecorded(
    _ date: String
  ) throws {
    let folder = try TestFolder()
    let book = try YearBook(.closed, in: folder)
    try book.end("2026-02")
    try book.ratify(date)
    let ratification = try #require(try book.ledger.yearEnd(2025).ratification)
    #expect(try ratification.date == day(date))
    let entry = try #require(ratification.entry)
    #expect(try book.ledger.entry(entry).bookDate == day("2026-03-01"))
    let verified = try book.ledger.verify()
    #expect(verified.isOK, "\(verified.checks.filter { $0.count > 0 })")
    try book.ledger.close()
    let report = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(report.isComplete && report.verification.isOK)
  }

  // MARK: - The file and its proof

  /// The file itself lets nothing but a year's end into a closed month, and that without money.
  @Test(arguments: [
    ("manual", 2, 3, "2026-01-31", false), ("year-adjustment", 2, 3, "2026-01-30", false),
    ("year-adjustment", 0, 3, "2026-01-31", false), ("year-adjustment", 2, 3, "2026-01-31", true),
    ("year-ratified", 2, 3, "2026-01-31", false),
  ])
  func theFileGuardsTheClosingPeriod(
    _ kind: String, _ debit: Int, _ credit: Int, _ date: String, _ isTaken: Bool
  ) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try Poster(ledger).end("2026-01")
    try ledger.close()
    let number = try day(date).dayNumber
    let queue = try DatabaseQueue(path: folder.file())
    let accounts = ["1-1000", "", "1-1290", "5-2900"]
    let sql = """
      INSERT INTO posting VALUES
        ((SELECT id FROM account WHERE code = '\(accounts[debit])'), \(number), 1, 1, 100),
        ((SELECT id FROM account WHERE code = '\(accounts[credit])'), \(number), 1, 2, -100);
      INSERT INTO entry VALUES (1, (SELECT max(number) + 1 FROM chain), NULL, \(number), '\(kind)',
        0, NULL, NULL, NULL, NULL, zeroblob(32));
      """
    let isRefused = try queue.writeWithoutTransaction { db in
      do {
        try db.inTransaction {
          try db.execute(sql: sql)
          return .rollback
        }
        return false
      } catch let error as DatabaseError {
        return error.message?.contains("entry.monthClosed") == true
      }
    }
    #expect(isRefused != isTaken)
  }

  /// A book that was broken on purpose, once for each check.
  @Test(arguments: [
    ("DELETE FROM yearEntry WHERE entry = (SELECT max(entry) FROM yearEntry)", "year.entry"),
    ("UPDATE yearEntry SET document = NULL", "year.entry"),
    ("UPDATE yearClosing SET lastDay = lastDay + 1", "year.adjustment"),
    (
      "UPDATE event SET number = 5, kind = 'year.ratified', subject = '2025' WHERE number = 5",
      "year.adjustment"
    ),
    (
      "UPDATE posting SET amount = amount * 2 WHERE entry = (SELECT min(entry) FROM yearEntry)",
      "year.closed"
    ),
    ("UPDATE yearRatification SET shu = shu + 100", "year.ratified"),
    ("UPDATE yearRatification SET ratifiedOn = ratifiedOn - 1", "year.ratified"),
    ("UPDATE entry SET bookDate = 20484 WHERE kind = 'year-ratified'", "event.rules"),
    (
      "UPDATE yearEntry SET year = 2024 WHERE entry = (SELECT max(entry) FROM yearEntry)",
      "year.cover"
    ),
    ("UPDATE entry SET kind = 'manual' WHERE kind = 'year-correction'", "year.entry"),
    (
      "UPDATE yearEntry SET year = 2026 WHERE entry = (SELECT max(entry) FROM yearEntry)",
      "year.correction"
    ),
    ("UPDATE entry SET bookDate = 20484 WHERE kind = 'year-correction'", "year.correction"),
  ])
  func verifyFinds(_ sql: String, _ check: String) throws {
    let folder = try TestFolder()
    let book = try YearBook(.closed, in: folder)
    try YearBook.adjust(book.ledger)
    try book.ratify()
    try book.cover(["3-2000": 3_300_000])
    if check == "year.correction" || sql.contains("year-correction") {
      try YearBook.correct(book.ledger)
    }
    #expect(try book.ledger.verify().isOK)
    try book.ledger.close()
    try tamper(with: folder, "book.ksp", sql)
    let ledger = try Ledger.open(at: folder.file(), access: .inspection, clock: standingClock)
    let found = try ledger.verify().checks.filter { $0.count > 0 }
    #expect(found.contains { $0.name == check }, "\(found.map(\.name))")
  }

  @Test func aBookWithAYearsEndIsBuiltAgain() throws {
    let folder = try TestFolder()
    let book = try YearBook(.closed, in: folder)
    try YearBook.adjust(book.ledger)
    try book.end("2026-02")
    let end = try book.ledger.yearEnd(2025)
    try book.ledger.close()
    let report = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(report.isComplete && report.verification.isOK)
    let again = try Ledger.open(
      at: folder.file("new.ksp"), access: .readOnly, clock: standingClock)
    #expect(try again.yearEnd(2025) == end)
  }
}
