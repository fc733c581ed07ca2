import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The cooperative's own tax: booked by rule at month ends, explained, paid and proved.
@Suite struct CorporateTaxTests {
  let ledger: Ledger
  let folder: TestFolder
  private let book: Poster

  init() throws {
    folder = try TestFolder()
    ledger = try createBook(folder, first: "2025-01")
    book = Poster(ledger)
  }

  private func tax(_ basis: CorporateTaxRule.Basis = .turnover, from: String = "2025-01") throws {
    try ledger.setCorporateTax(
      CorporateTaxRule(
        basis, basis == .result ? .percent("11") : .percent("0.5"), from: month(from)))
  }

  private func balance(_ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  private func failures() throws -> [String] {
    try ledger.verify().checks.filter { $0.count > 0 }.map { "\($0.name): \($0.first ?? "")" }
  }

  @Test("Without a rule nothing is taxed, and a rule takes no closed month")
  func off() throws {
    try book.post("2025-01-10", ("1-1000", 900_000), ("4-1000", -900_000))
    let report = try ledger.runMonthEnd(month("2025-01"))
    #expect(!report.sections.contains { $0.code == "corporateTax" })
    #expect(refusal { _ = try ledger.corporateTax(month("2025-01")) } == .corporateTaxNone)
    #expect(refusal { try tax() } == .taxRuleTooEarly)
    #expect(try balance("2-1420").isZero)
  }

  @Test("Turnover is taxed to the rupiah, without the interest of banks; preview is the run")
  func turnover() throws {
    try tax()
    #expect(
      try ledger.corporateTaxRules().first?.exempt
        == ["4-1200", "4-1210", "4-1310", "4-1320"])
    try book.post("2025-01-10", ("1-1000", 1_234_567), ("4-1000", -1_234_567))
    try book.post("2025-01-11", ("1-1100", 80_000), ("4-1200", -80_000))
    try book.post("2025-01-12", ("5-2100", 300_000), ("1-1000", -300_000))
    let preview = try ledger.previewMonthEnd(month("2025-01"))
    let report = try ledger.runMonthEnd(month("2025-01"))
    #expect(preview.sections.map(\.code) == report.sections.map(\.code))
    let amounts = [preview, report].map { $0.sections.map { $0.lines.map(\.amount) } }
    #expect(amounts[0] == amounts[1])
    let found = try ledger.corporateTax(month("2025-01"))
    #expect(found.parts.map(\.account) == ["4-1000"] && found.base == 1_234_567)
    #expect(found.tax == 6_172 && found.carried.isZero)
    #expect(try found.calendar.payBy == day("2025-02-17"))
    #expect(try ledger.corporateTaxMonth(of: #require(found.entry)) == month("2025-01"))
    #expect(try balance("2-1420") == 6_172 && balance("5-4000") == 6_172)
    let income = try ledger.incomeStatement(BookPeriod(month("2025-01")))
    #expect(income.sections.first { $0.name == .tax }?.total == 6_172)
    #expect(try ledger.previewMonthEnd(month("2025-01")).sections == report.sections)
    #expect(try failures() == [])
  }

  @Test("What the month end itself recognises is turnover: interest and late fees of loans")
  func withLoans() throws {
    let loans = try LoanBook(TestFolder())
    try loans.change("flat") { $0.recognition = .onDueDate }
    _ = try loans.lend("flat", 12_000_000)
    try loans.ledger.setCorporateTax(
      CorporateTaxRule(.turnover, .percent("0.5"), from: month("2026-01")))
    for text in ["2026-01", "2026-02", "2026-03"] {
      let preview = try loans.ledger.previewMonthEnd(month(text))
      try loans.monthEnd(text)
      let found = try loans.ledger.corporateTax(month(text))
      let line = preview.sections.first { $0.code == "corporateTax" }?.lines.first
      #expect(line?.amount == found.tax)
      let turnover = try ["4-1000", "4-1100", "4-1110"].map {
        try loans.ledger.account(AccountCode($0)).balance
      }.sum()
      let before = try ["2026-01", "2026-02", "2026-03"].filter { $0 < text }
        .map { try loans.ledger.corporateTax(month($0)).amount }.sum()
      #expect(try found.amount == turnover - before)
    }
    #expect(try loans.ledger.corporateTax(month("2026-03")).tax.isPositive)
    let checks = try loans.ledger.verify().checks.filter { $0.count > 0 }
    #expect(checks.isEmpty, "\(checks)")
  }

  @Test("Income that is taken back lowers the tax of the next months")
  func takenBack() throws {
    try tax()
    let wrong = try ledger.post(
      ManualEntry(
        on: day("2025-01-10"),
        legs: [
          .init(account: AccountCode("1-1000"), amount: 1_000_000),
          .init(account: AccountCode("4-1000"), amount: -1_000_000),
        ]))
    try book.end("2025-01")
    _ = try ledger.reverse(wrong.entry, on: day("2025-02-03"), note: EntryNote(memo: "salah"))
    try book.post("2025-02-10", ("1-1000", 400_000), ("4-1000", -400_000))
    try book.end("2025-02")
    let february = try ledger.corporateTax(month("2025-02"))
    #expect(february.amount == -600_000 && february.tax.isZero && february.entry == nil)
    #expect(february.carried == -600_000)
    try book.post("2025-03-10", ("1-1000", 1_000_000), ("4-1000", -1_000_000))
    try book.end("2025-03")
    let march = try ledger.corporateTax(month("2025-03"))
    #expect(march.brought == -600_000 && march.base == 400_000 && march.tax == 2_000)
    #expect(try balance("5-4000") == 7_000)
    #expect(try failures() == [])
  }

  @Test("The result of the year is taxed at its end; what the audit adjusts leaves it as it was")
  func result() throws {
    try tax(.result)
    for number in 1...12 {
      let text = "2025-\(number < 10 ? "0" : "")\(number)"
      try book.post("\(text)-10", ("1-1000", 1_000_500), ("4-1000", -1_000_500))
      try book.post("\(text)-11", ("5-2000", 200_000), ("1-1000", -200_000))
      try book.end(text)
    }
    let found = try ledger.corporateTax(month("2025-12"))
    #expect(found.amount == 9_606_000 && found.base == 9_606_000 && found.tax == 1_056_660)
    #expect(try balance("2-1420") == 1_056_660)
    #expect(refusal { _ = try ledger.corporateTax(month("2025-11")) } == .corporateTaxNone)
    let year = try BookPeriod(year: 2025)
    #expect(try ledger.incomeStatement(year).shu == 8_549_340)
    let duty = try ledger.dutyCalendar(year: 2026).entries.first { $0.duty == .corporateTaxPayment }
    #expect(try duty?.due == day("2026-04-30") && duty?.left == 1_056_660)
    #expect(duty?.period == year)
    // The year that was taxed stays the year: its result would be taxed once more.
    var settings = try ledger.settings
    settings.yearStart = .april
    #expect(refusal { try ledger.updateSettings(settings) } == .yearStartFixed)
    _ = try YearBook.adjust(ledger, 2025, 3_000_000)
    #expect(try ledger.corporateTax(month("2025-12")) == found)
    #expect(try failures() == [])
  }

  /// A year with a result of 12.000.000, taxed by a rule, its months closed.
  private func year(_ basis: CorporateTaxRule.Basis = .result) throws {
    try tax(basis)
    for number in 1...12 {
      let text = "2025-\(number < 10 ? "0" : "")\(number)"
      try book.post("\(text)-10", ("1-1100", 1_000_000), ("4-1000", -1_000_000))
      try book.end(text)
    }
  }

  private func adjust(_ legs: (String, Rupiah)...) throws {
    try ledger.adjustYear(
      YearAdjustment(
        of: 2025, legs: try legs.map { .init(account: try AccountCode($0.0), amount: $0.1) },
        document: "Auditor 12"), note: EntryNote(memo: "audit", recordedBy: "sari"))
  }

  /// Books the adjustment that the year asks for.
  private func follow(_ end: YearEnd) throws {
    guard case .month(.adjustYear(2025, let debit, let credit, let amount)) = try end.nextStep()
    else {
      Issue.record("\(String(describing: try end.nextStep()))")
      return
    }
    try adjust((debit.text, amount), (credit.text, amount.negated()))
  }

  @Test(
    "The tax that adjustments change is proposed until it is booked, before closing and after",
    arguments: [false, true])
  func adjusted(_ isClosed: Bool) throws {
    try year()
    #expect(try ledger.yearEnd(2025).corporateTax?.difference == 0)
    #expect(try ledger.yearEnd(2025).nextStep() == .month(.endYear(2025)))
    if isClosed { try ledger.runYearEnd(2025) }
    try adjust(("5-2900", 3_000_400), ("1-1290", -3_000_400))
    var end = try ledger.yearEnd(2025)
    // 11 % of 8.999.000 beside 11 % of 12.000.000.
    #expect(end.corporateTax?.booked == 1_320_000 && end.corporateTax?.tax.tax == 989_890)
    #expect(end.corporateTax?.difference == -330_110)
    #expect(end.warnings.map(\.code) == [.corporateTaxDiffers])
    try follow(end)
    end = try ledger.yearEnd(2025)
    #expect(end.corporateTax?.difference == 0 && end.warnings.isEmpty)
    #expect(try end.nextStep() == (.month(isClosed ? .ratifyYear(2025) : .endYear(2025))))
    // The other way round: an accrual that was forgotten.
    try adjust(("1-1300", 5_000_000), ("4-1000", -5_000_000))
    #expect(try ledger.yearEnd(2025).corporateTax?.difference == 550_000)
    try follow(ledger.yearEnd(2025))
    #expect(try balance("2-1420") == 1_539_890)
    let duty = try ledger.dutyCalendar(year: 2026).entries.first { $0.duty == .corporateTaxPayment }
    #expect(duty?.left == 1_539_890)
    let paid = try ledger.payTax(
      of: month("2025-12"), under: .corporate, from: AccountCode("1-1100"), on: day("2026-01-10"))
    #expect(paid.amount == 1_539_890 && paid.balance == .zero)
    #expect(try failures() == [])
    // A smaller tax after it was paid is a claim on the state, which is set off or comes back.
    try adjust(("5-2900", 1_000_000), ("1-1290", -1_000_000))
    try follow(ledger.yearEnd(2025))
    #expect(try balance("2-1420") == 0 && balance("1-1340") == 110_000)
    #expect(try ledger.taxClaims().overpaid == 110_000)
    #expect(
      refusal {
        try ledger.refundTax(1, to: AccountCode("2-1420"), on: day("2026-01-12"))
      } == .taxRefundTooLarge)
    _ = try ledger.refundTax(10_000, on: day("2026-01-12"))
    #expect(try failures() == [])
    // What an accountant knows beyond the rule is pointed out and refuses nothing.
    try adjust(("5-4000", 77_000), ("2-1420", -77_000))
    #expect(try ledger.yearEnd(2025).corporateTax?.difference == -77_000)
    // What is owed now can be set off against the claim, and no more than that.
    #expect(
      refusal {
        try ledger.refundTax(77_001, to: AccountCode("2-1420"), on: day("2026-01-12"))
      } == .taxRefundTooLarge)
    _ = try ledger.refundTax(77_000, to: AccountCode("2-1420"), on: day("2026-01-12"))
    #expect(try balance("2-1420") == 0 && ledger.taxClaims().overpaid == 23_000)
    try ledger.runYearEnd(2025)
    end = try ledger.ratifyYear(2025, on: day("2026-01-20"), decision: "RAT 1")
    #expect(try end.warnings.isEmpty && end.nextStep() == nil)
    #expect(end.corporateTax?.difference == -77_000)
    #expect(try failures() == [])
  }

  @Test("Adjusted turnover changes the tax of the last month, and a year without a rule has none")
  func adjustedTurnover() throws {
    try year(.turnover)
    try adjust(("1-1300", 200_000), ("4-1000", -200_000))
    let found = try ledger.yearEnd(2025).corporateTax
    #expect(found?.booked == 5_000 && found?.tax.tax == 6_000 && found?.difference == 1_000)
    let plain = try createBook(TestFolder(), first: "2025-12")
    _ = try plain.runMonthEnd(month("2025-12"))
    #expect(try plain.yearEnd(2025).corporateTax == nil)
    #expect(try plain.yearEnd(2025).nextStep() == .month(.endYear(2025)))
  }

  @Test("The tax of a month is paid as any other, and the calendar knows its day")
  func paid() throws {
    try tax()
    try book.post("2025-01-10", ("1-1100", 10_000_000), ("4-1000", -10_000_000))
    try book.end("2025-01")
    let duty = try ledger.dutyCalendar(year: 2025).entries.first { $0.duty == .corporateTaxPayment }
    #expect(try duty?.due == day("2025-02-17") && duty?.left == 50_000)
    #expect(try ledger.taxDeadline()?.left == 50_000)
    #expect(
      refusal {
        try ledger.payTax(
          60_000, of: month("2025-01"), under: .corporate, on: day("2025-02-10"))
      } == .taxPaymentTooLarge)
    let receipt = try ledger.payTax(
      of: month("2025-01"), under: .corporate, from: AccountCode("1-1100"), on: day("2025-02-10"))
    #expect(receipt.amount == 50_000 && receipt.balance == .zero)
    #expect(try ledger.taxDeadline() == nil && balance("2-1420").isZero)
    #expect(try failures() == [])
  }

  @Test("Accounts that do not count are named; a rule that cannot be is refused")
  func exempt() throws {
    let rule = try ledger.setCorporateTax(
      CorporateTaxRule(.turnover, .percent("0.5"), from: month("2025-01"), exempt: ["4-1000"]))
    #expect(rule.exempt == ["4-1000"])
    try book.post("2025-01-10", ("1-1000", 1_000_000), ("4-1000", -1_000_000))
    try book.post("2025-01-10", ("1-1000", 200_000), ("4-1200", -200_000))
    try book.end("2025-01")
    #expect(try ledger.corporateTax(month("2025-01")).tax == 1_000)
    for (basis, rate, until, exempt) in [
      (.turnover, "0%", nil, nil), (.off, "1%", nil, nil), (.turnover, "101%", nil, nil),
      (.turnover, "1%", "2025-01", nil), (.turnover, "1%", nil, ["5-2000"]),
    ] as [(CorporateTaxRule.Basis, String, String?, [AccountCode]?)] {
      #expect(
        refusal {
          try ledger.setCorporateTax(
            CorporateTaxRule(
              basis, Share(parsing: rate), from: month("2025-02"),
              until: until.map { try month($0) }, exempt: exempt))
        } == .corporateTaxRuleUnfit)
    }
  }

  @Test(
    "Verify finds a tax that its rule does not give",
    arguments: [
      ("UPDATE corporateTaxMonth SET tax = tax + 100", "corporateTax.voucher"),
      ("UPDATE corporateTaxMonth SET amount = amount + 100", "corporateTax.working"),
      ("DELETE FROM corporateTaxMonth", "corporateTax.working"),
      ("UPDATE corporateTaxRule SET rateBillionths = 6000000", "state.corporateTax"),
    ])
  func broken(_ sql: String, _ check: String) throws {
    try tax()
    try book.post("2025-01-10", ("1-1000", 1_000_000), ("4-1000", -1_000_000))
    try book.end("2025-01")
    try ledger.close()
    try RichBook.change(DatabaseQueue(path: folder.file()), sql)
    let ledger = try Ledger.open(at: folder.file(), access: .inspection, clock: standingClock)
    let found = try ledger.verify().checks.filter { $0.count > 0 }.map(\.name)
    #expect(found.contains(check), "\(found)")
  }

  @Test("A book with corporate tax is built again, evidence and all")
  func builtAgain() throws {
    try tax()
    try book.post("2025-01-10", ("1-1000", 1_000_000), ("4-1000", -1_000_000))
    try book.end("2025-01")
    let found = try ledger.corporateTax(month("2025-01"))
    try ledger.close()
    let report = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(report.isComplete && report.verification.isOK)
    let again = try Ledger.open(
      at: folder.file("new.ksp"), access: .readOnly, clock: standingClock)
    #expect(try again.corporateTax(month("2025-01")) == found)
  }
}
