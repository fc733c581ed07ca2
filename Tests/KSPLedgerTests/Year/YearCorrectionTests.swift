import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What is found of a year after its meeting: it stays, and the open year sets it right by name.
@Suite struct YearCorrectionTests {
  private static func corrections(_ report: MonthEndReport?) -> [MonthEndReport.Section.Line] {
    report?.sections.first { $0.code == "corrections" }?.lines ?? []
  }

  /// The note of a book year that begins in February.
  private static func note(
    _ ledger: Ledger, _ year: Int, at point: KnowledgePoint? = nil
  ) throws -> [FinancialNotes.Line] {
    let period = try BookPeriod(
      from: day("\(year)-02-01"), through: day("\(year + 1)-01-31"))
    return try ledger.financialNotes(period, asRecordedThrough: point).notes
      .first { $0.subject == .formerYears }?.lines ?? []
  }

  /// Interest of an earlier month that was taken back in its own corrects nothing.
  @Test func whatWasTakenBackInItsMonthCorrectsNothing() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    _ = try ledger.runMonthEnd(month("2026-01"))
    func interest() throws -> EntryNumber {
      try ledger.payInterest(
        100_000, member: "0001", on: day("2026-02-05"),
        earned: month("2026-01")...month("2026-01")
      ).entry
    }
    _ = try ledger.reverse(interest())
    let stays = try interest()
    let report = try ledger.runMonthEnd(month("2026-02"))
    #expect(Self.corrections(report).map(\.entry) == [stays])
    _ = try ledger.reverse(stays, on: day("2026-03-02"))
    #expect(try Self.corrections(ledger.monthEnd(month("2026-02"))).map(\.entry) == [stays])
  }

  @Test func theRatifiedYearStaysAndTheOpenOneShowsIt() throws {
    let folder = try TestFolder()
    let book = try YearBook(.ratified, in: folder)
    let ledger = book.ledger
    let year = try BookPeriod(
      from: day("2025-02-01"), through: day("2026-01-31"))
    let before = (
      try ledger.incomeStatement(year), try ledger.balanceSheet(asOf: year.last),
      try ledger.yearEnd(2025), try ledger.knowledge().event
    )
    let receipt = try YearBook.correct(ledger)
    #expect(receipt.kind == .yearCorrection && receipt.amount == 450_000)
    // The year is what it was, but for what it was known up to.
    #expect(try ledger.incomeStatement(year).shu == before.0.shu)
    #expect(try ledger.incomeStatement(year).sections == before.0.sections)
    #expect(try ledger.balanceSheet(asOf: year.last).sections == before.1.sections)
    let end = try ledger.yearEnd(2025)
    #expect(end.shu == before.2.shu && end.adjustments == before.2.adjustments)
    let correction = try #require(end.corrections.first)
    #expect(end.corrections.count == 1 && correction.entry == receipt.entry)
    #expect(try correction.bookDate == day("2026-02-12") && correction.document == "PLN 1/2026")
    #expect(correction.amount == 450_000 && correction.effect == -450_000)
    #expect(correction.equity == .zero && correction.reason == "Tagihan terlambat")
    // It is an expense of the year that is open.
    let open = try BookPeriod(from: day("2026-02-01"), through: day("2026-02-28"))
    #expect(try ledger.incomeStatement(open).shu == -450_000)
    // The month and the notes name it, also read again; before it was recorded they do not.
    let report = try ledger.runMonthEnd(month("2026-02"))
    let lines = Self.corrections(report)
    #expect(
      lines.map(\.name.english) == [
        "closing of the year as of 2026-01-31", "the year 2025 corrected (PLN 1/2026)",
      ])
    #expect(lines.last?.entry == receipt.entry && lines.last?.amount == 450_000)
    #expect(Self.corrections(try ledger.monthEnd(month("2026-02"))) == lines)
    #expect(Self.corrections(try ledger.runMonthEnd(month("2026-03"))).isEmpty)
    let note = try Self.note(ledger, 2026)
    #expect(note.map(\.label.english) == ["Year 2025: PLN 1/2026"])
    #expect(note.map(\.amount) == [-450_000] && note.map(\.previous) == [.zero])
    #expect(try Self.note(ledger, 2025).isEmpty)
    #expect(try Self.note(ledger, 2026, at: .event(before.3)).isEmpty)
    #expect(try ledger.verify().isOK)
    try ledger.close()
    let rebuilt = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(rebuilt.isComplete && rebuilt.verification.isOK)
    let again = try Ledger.open(
      at: folder.file("new.ksp"), access: .readOnly, clock: standingClock)
    #expect(try again.yearEnd(2025) == end)
  }

  /// A correction that is taken back in the next book year stays with the year it counted in, and
  /// stands with the other sign in the year that took it back.
  @Test func takenBackInALaterYear() throws {
    let ledger = try YearBook(.ratified).ledger
    let receipt = try YearBook.correct(ledger)
    #expect(try Self.note(ledger, 2026).map(\.amount) == [-450_000])
    for number in 2...12 { _ = try ledger.runMonthEnd(BookMonth(year: 2026, month: number)) }
    _ = try ledger.runMonthEnd(month("2027-01"))
    _ = try ledger.reverse(receipt.entry)
    #expect(try Self.note(ledger, 2026).map(\.amount) == [-450_000])
    let next = try Self.note(ledger, 2027)
    #expect(next.map(\.amount) == [0, 450_000] && next.map(\.previous) == [-450_000, 0])
    #expect(try ledger.verify().isOK)
  }

  /// What lowers reserves at once shows as equity, and what is taken back as nothing.
  @Test func equityAndReversal() throws {
    let ledger = try YearBook(.ratified).ledger
    let receipt = try ledger.correctYear(
      YearCorrection(
        of: 2025,
        legs: [
          .init(account: "3-2000", amount: 120_000), .init(account: "1-1000", amount: -120_000),
        ], on: day("2026-02-15"), document: "Bon 3"),
      note: EntryNote(memo: "Biaya tahun lalu", recordedBy: "sari"))
    let correction = try #require(try ledger.yearEnd(2025).corrections.first)
    #expect(correction.effect == .zero && correction.equity == -120_000)
    #expect(try Self.note(ledger, 2026).map(\.amount) == [-120_000])
    let point = try ledger.knowledge().event
    _ = try ledger.reverse(receipt.entry)
    #expect(try ledger.yearEnd(2025).corrections.isEmpty)
    #expect(try Self.note(ledger, 2026).isEmpty)
    #expect(try Self.note(ledger, 2026, at: .event(point)).map(\.amount) == [-120_000])
    #expect(try ledger.verify().isOK)
  }

  @Test func whatIsRefused() throws {
    let closing = try YearBook(.closed).ledger
    #expect(refusal { try YearBook.correct(closing) } == .yearNotRatified)
    let ledger = try YearBook(.ratified).ledger
    let refused: [(LedgerError.Code, () throws -> Receipt)] = [
      (.yearReasonMissing, { try YearBook.correct(ledger, note: EntryNote(memo: "Tagihan")) }),
      (.yearReasonMissing, { try YearBook.correct(ledger, note: EntryNote(recordedBy: "sari")) }),
      (.noteUnacceptable, { try YearBook.correct(ledger, document: " ") }),
      (.yearAccountUnfit, { try YearBook.correct(ledger, against: "3-3000") }),
      (.yearAccountUnfit, { try YearBook.correct(ledger, against: "3-3100") }),
      (.accountUnknown, { try YearBook.correct(ledger, against: "2-1010") }),
      (.periodClosed, { try YearBook.correct(ledger, on: "2026-01-31") }),
      (.yearBeforeBook, { try YearBook.correct(ledger, 2024) }),
      (.yearNotRatified, { try YearBook.correct(ledger, 2026) }),
    ]
    let before = try ledger.knowledge()
    for (code, act) in refused { #expect(refusal { try act() } == code) }
    #expect(try ledger.knowledge() == before)
  }

  /// The same reference is the same correction: of the same year, on the same paper.
  @Test func aReferenceStandsForOneCorrection() throws {
    let ledger = try YearBook(.ratified).ledger
    let first = try YearBook.correct(ledger, reference: "pln", dryRun: true)
    #expect(try ledger.yearEnd(2025).corrections.isEmpty)
    let receipt = try YearBook.correct(ledger, reference: "pln")
    #expect(receipt.entry == first.entry)
    #expect(try YearBook.correct(ledger, reference: "pln").isReplay)
    let other = refused { try YearBook.correct(ledger, reference: "pln", document: "PLN 2") }
    #expect(other?.code == .referenceReused)
    #expect(other?.message.english.contains("document") == true)
    #expect(try ledger.yearEnd(2025).corrections.count == 1)
  }

  /// A correction counts for the tax of the month in which it is booked, as the open year's own.
  @Test func itsIncomeIsTaxedWhereItIsBooked() throws {
    let ledger = try YearBook(.ratified).ledger
    try ledger.setCorporateTax(
      CorporateTaxRule(.turnover, .percent("0.5"), from: month("2026-02")))
    try ledger.correctYear(
      YearCorrection(
        of: 2025,
        legs: [
          .init(account: "1-1000", amount: 1_000_000),
          .init(account: "4-1000", amount: -1_000_000),
        ], on: day("2026-02-15"), document: "Bon 4"),
      note: EntryNote(memo: "Jasa tahun lalu", recordedBy: "sari"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    let tax = try ledger.account("5-4000").balance
    #expect(tax == 5_000)
  }
}
