import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Running loans of an earlier book, taken over one by one.
@Suite struct LoanOpeningTests {
  static let header = "nomor;anggota;produk;pokok;cair;jangka;sisa_pokok;tunggakan_jasa;denda\n"
  /// Flat at 1.5 % a month: 1,000,000 and 180,000 due on the 15th since August, one of them open.
  static let row = "PJ-0002;0001;Flat;12.000.000;15/07/2025;12;8.000.000,00;180.000;25.000\n"

  static func book() throws -> (TestFolder, Ledger) {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    for number in ["0001", "0002"] {
      _ = try ledger.addMember(
        NewMember(
          number: MemberNumber(number), profile: MemberProfile(name: "Anggota \(number)"),
          joinedOn: day("2020-01-01")))
    }
    return (folder, ledger)
  }

  @discardableResult
  static func take(
    _ ledger: Ledger, _ csv: String, on date: String = "2025-12-31", dryRun: Bool = false
  ) throws -> ImportReport {
    try ledger.importLoans(csv: csv, file: "l.csv", on: day(date), dryRun: dryRun)
  }

  static func balance(_ ledger: Ledger, _ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @Test func aLoanGoesOnFromWhatIsOwed() throws {
    let (folder, ledger) = try Self.book()
    let before = try BookContent(folder)
    var rehearsal = try Self.take(ledger, Self.header + Self.row, dryRun: true)
    // A rehearsal also points out that the day lies in another month.
    #expect(rehearsal.warnings.count == 1)
    rehearsal.warnings = []
    #expect(try BookContent(folder) == before)
    let report = try Self.take(ledger, Self.header + Self.row)
    #expect(report == rehearsal && report.stored == 1 && report.openingDifference == -8_000_000)
    #expect(
      report.totals == [
        ImportReport.Total(.outstanding, rows: 1, amount: 8_000_000),
        ImportReport.Total(.interestArrears, rows: 1, amount: 180_000),
        ImportReport.Total(.lateFee, rows: 1, amount: 25_000),
      ])
    // Interest on receipt is no asset before it comes in.
    let entry = try ledger.entry(EntryNumber(1))
    let opening = try day("2025-12-31")
    #expect(entry.kind == .opening && entry.bookDate == opening)
    #expect(entry.legs.map(\.account.text) == ["PJ-0002", "3-9000"])
    #expect(try Self.balance(ledger, "PJ-0002") == 8_000_000)
    let status = try ledger.loan("PJ-0002", asOf: opening)
    let due = status.position.dueAmounts
    #expect(due.principal == 1_000_000 && due.interest == 180_000)
    #expect(status.position.lateFee == 25_000 && status.position.daysPastDue == 16)
    #expect(status.loan.disbursedOn == (try day("2025-07-15")))
    #expect(status.steps.map(\.kind) == [.opening])
    #expect(
      status.payments == [
        LoanPayment(
          date: opening, principal: 4_000_000, interest: 720_000, isOpening: true)
      ])
    let receipt = try ledger.repay(loan: "PJ-0002", on: day("2026-01-05"))
    #expect(receipt.receipt.amount == 1_205_000 && receipt.outstanding == 7_000_000)
    #expect(try Self.balance(ledger, "4-1000") == 180_000)
    // A loan of this book does not take the number of the one that came before it.
    let next = try ledger.applyForLoan(
      LoanApplication(
        member: "0002", product: "flat", amount: 1_000_000, date: day("2026-01-05")))
    #expect(next.number == "PJ-0003")
    #expect(try ledger.verify().isOK)
  }

  /// Before the day of the takeover the book knows nothing of the loan.
  @Test func nothingIsKnownBefore() throws {
    let (_, ledger) = try Self.book()
    try Self.take(ledger, Self.header + Self.row)
    #expect(try ledger.loanRegister(asOf: day("2025-12-30"), includingEnded: true).rows.isEmpty)
    let running = try ledger.loanRegister(asOf: day("2025-12-31"))
    #expect(running.rows.count == 1 && running.controls.allSatisfy { $0.outstanding == $0.balance })
    #expect(
      refusal { try ledger.repay(loan: "PJ-0002", on: day("2025-12-30")) } == .loanDateTooEarly)
    #expect(refusal { try ledger.repay(loan: "PJ-0002", on: day("2025-12-31")) } == .dateBeforeBook)
  }

  @Test func theSameFileStoresNothingTwice() throws {
    let (folder, ledger) = try Self.book()
    let unnumbered = ";0002;menurun;6.000.000;01/10/2025;6;4.000.000;0;\n"
    let csv = Self.header + unnumbered + Self.row
    #expect(try Self.take(ledger, csv).stored == 2)
    let after = try BookContent(folder)
    let again = try Self.take(ledger, csv)
    #expect((again.stored, again.alreadyStored) == (0, 2))
    #expect(again.totals.prefix(2).map(\.amount) == [12_000_000, 180_000])
    // Later events, and new terms of the product, do not change what the row meant.
    _ = try ledger.repay(loan: "PJ-0002", on: day("2026-01-05"))
    _ = try ledger.rescheduleLoan("PJ-0002", on: day("2026-01-06"), count: 3)
    var terms = try ledger.loanTerms(of: "flat")[0]
    terms.plan.interestRounding = try Rounding(.up, to: 100)
    terms.recognition = .onDueDate
    try ledger.setLoanTerms(of: "flat", terms)
    #expect(try Self.take(ledger, csv).alreadyStored == 2)
    let secured = Self.header.replacing("denda", with: "denda;penjamin")
    #expect(
      ImportTests.problems {
        try Self.take(ledger, secured + Self.row.replacing("25.000", with: "25.000;Ani"))
      } == ["l.csv:2:1 opening.differs"])
    for changed in [
      Self.row.replacing("8.000.000,00", with: "7.000.000"), Self.row.replacing("25.000", with: ""),
      Self.row.replacing("180.000", with: "0"), Self.row.replacing("15/07", with: "14/07"),
      Self.row.replacing("0001", with: "0002"), Self.row.replacing("Flat", with: "anuitas"),
    ] {
      #expect(
        ImportTests.problems { try Self.take(ledger, Self.header + changed) }
          == ["l.csv:2:1 opening.differs"])
    }
    #expect(after.tables["loan"]?.count == 2)
    #expect(try ledger.verify().isOK)
  }

  /// A day through which all is paid tells the interest as well; paid ahead, it lies ahead.
  @Test(
    arguments: [
      ("2025-12-15", 7_000_000, 0, 0), ("2025-12-31", 7_000_000, 0, 0),
      ("2025-10-31", 9_000_000, 360_000, 2_000_000), ("2026-02-15", 5_000_000, 0, 0),
    ] as [(String, Rupiah, Rupiah, Rupiah)])
  func paidUntil(_ day: String, _ owed: Rupiah, _ interest: Rupiah, _ principal: Rupiah) throws {
    let (_, ledger) = try Self.book()
    let csv = "member,product,principal,disbursed,term,outstanding,paid_until,principal_arrears\n"
    let report = try Self.take(
      ledger, csv + "0001,flat,12000000,2025-07-15,12,\(owed),\(day),\(principal)\n")
    #expect(report.totals.first { $0.kind == .interestArrears }?.amount ?? .zero == interest)
    let status = try ledger.loan("PJ-0001", asOf: try BookDate(parsing: "2025-12-31"))
    #expect(status.position.open.first?.interest == 180_000)
    #expect(status.position.open.first?.principal == 1_000_000)
    #expect(status.position.dueAmounts.interest == interest)
  }

  /// An old list that knows only what is left makes a plan of what is left.
  @Test func whatIsLeftMayBeThePlan() throws {
    let (_, ledger) = try Self.book()
    try Self.take(
      ledger,
      "member,product,principal,disbursed,term,outstanding,interest_arrears,first_due,late_fee\n"
        + "0001,flat,7000000,2025-12-31,7,7000000,0,2026-01-15,25000\n")
    let status = try ledger.loan("PJ-0001", asOf: day("2026-01-15"))
    #expect(status.payments.isEmpty && status.installments.count == 7)
    #expect(status.position.dueAmounts.principal == 1_000_000)
    #expect(status.position.lateFee == 25_000)
    #expect(try ledger.verify().checks.first { $0.name == "loan.installment" }?.count == 0)
  }

  /// What the product has made income already is an asset; what was cut in advance, a debt.
  @Test func whatIsRecognisedIsBroughtIn() throws {
    let (_, ledger) = try Self.book()
    for (product, recognition) in [("flat", LoanTerms.Recognition.onDueDate), ("anuitas", .daily)] {
      var terms = try ledger.loanTerms(of: ProductCode(product))[0]
      terms.recognition = recognition
      terms.plan.method = .flat
      try ledger.setLoanTerms(of: ProductCode(product), terms)
    }
    var terms = try ledger.loanTerms(of: "menurun")[0]
    terms.plan.method = .flat
    terms.plan.interestDue = .inAdvance
    try ledger.setLoanTerms(of: "menurun", terms)
    let row = Self.row.replacing("PJ-0002", with: "D-1")
    try Self.take(ledger, Self.header + Self.row + row.replacing("Flat", with: "anuitas"))
    #expect(try Self.balance(ledger, "PJ-0002.J") == 180_000)
    #expect(try Self.balance(ledger, "PJ-0002.D") == 25_000)
    // 17 days of the 31 to 15 January besides, the day itself counted.
    #expect(try Self.balance(ledger, "D-1.J") == 180_000 + 98_710)
    let advance = "0002;menurun;12.000.000;15/07/2025;12;7.000.000;0;\n"
    let report = try Self.take(ledger, Self.header + "M-1;" + advance)
    // 2,160,000 were cut, and seven of twelve parts are not earned.
    #expect(try Self.balance(ledger, "2-1700") == 1_260_000)
    #expect(report.openingDifference == -22_248_710)
    try Self.balanceSheet(ledger)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try Self.balance(ledger, "2-1700") == 1_080_000)
    #expect(try ledger.verify().isOK)
  }

  /// Brings in the rest of a balance sheet, so that the clearing account comes to zero.
  static func balanceSheet(_ ledger: Ledger, allowance: Rupiah = .zero) throws {
    let rows = allowance.isZero ? "" : "1-1290,\(allowance)\n"
    let opened = try ledger.importOpeningBalances(
      csv: "account,credit\n" + rows, file: "a.csv", on: day("2025-12-31"))
    let rest = try (opened.openingDifference ?? .zero).negated()
    _ = try ledger.importOpeningBalances(
      csv: "account,credit\n3-2000,\(rest)\n", file: "b.csv", on: day("2025-12-31"))
  }

  /// The month end waits for the clearing account, and adds to the allowance that was brought in
  /// for these loans only what it lacks.
  @Test func theFirstMonthEndTopsUpTheAllowance() throws {
    let (_, ledger) = try Self.book()
    var terms = try ledger.loanTerms(of: "flat")[0]
    terms.collectibility = CollectibilityProfile.fiveClasses.code
    terms.provision = ProvisionTable.microfinance.code
    try ledger.setLoanTerms(of: "flat", terms)
    try Self.take(ledger, Self.header + Self.row)
    #expect(refusal { try ledger.runMonthEnd(month("2026-01")) } == .openingIncomplete)
    try Self.balanceSheet(ledger, allowance: 150_000)
    let report = try ledger.runMonthEnd(month("2026-01"))
    // 47 days late: 5 % of 8,000,000.
    #expect(report.loanProducts.map(\.allowance) == [400_000])
    #expect(report.provisions.map(\.change) == [250_000])
    #expect(try Self.balance(ledger, "5-2900") == 250_000)
    #expect(try Self.balance(ledger, "1-1290") == -400_000)
    #expect(try ledger.verify().isOK)
  }

  /// A wrong row is taken back by reversing its voucher, and may then be brought in right.
  @Test func aReversedTakeoverMayBeMadeAgain() throws {
    let (_, ledger) = try Self.book()
    try Self.take(ledger, Self.header + Self.row)
    let paid = try ledger.repay(loan: "PJ-0002", on: day("2026-01-05")).receipt.entry
    let date = try day("2026-01-07")
    #expect(refusal { try ledger.reverse(EntryNumber(1), on: date) } == .loanLaterEvents)
    _ = try ledger.reverse(paid)
    _ = try ledger.reverse(EntryNumber(1))
    #expect(try ledger.loan("PJ-0002", asOf: date).loan.status == .cancelled)
    #expect(try Self.balance(ledger, "PJ-0002").isZero)
    #expect(try Self.balance(ledger, "3-9000").isZero)
    #expect(try ledger.loans(asOf: date).isEmpty)
    #expect(refusal { try ledger.repay(loan: "PJ-0002", on: date) } == .loanNotAtStep)
    #expect(refusal { try ledger.disburse("PJ-0002", on: date) } == .loanNotAtStep)
    // It keeps its terms, whatever its product offers by then.
    var newer = try ledger.loanTerms(of: "flat")[0]
    newer.recognition = .daily
    newer.plan.rate = try Rate(parsing: "2%/month")
    try ledger.setLoanTerms(of: "flat", newer)
    // Another loan may not have its number, the same one with other figures may.
    #expect(
      ImportTests.problems {
        try Self.take(ledger, Self.header + Self.row.replacing("12.000", with: "13.000"))
      } == ["l.csv:2:1 loan.numberTaken"])
    let right = Self.header + Self.row.replacing("8.000.000,00", with: "7.500.000")
    #expect(try Self.take(ledger, right).stored == 1)
    #expect(try Self.take(ledger, right).alreadyStored == 1)
    #expect(try ledger.loan("PJ-0002", asOf: date).loan.status == .running)
    #expect(try Self.balance(ledger, "PJ-0002") == 7_500_000)
    #expect(try ledger.loan("PJ-0002", asOf: date).installments[0].interest == 180_000)
    // Its card adds up as if it had been right at once.
    let (_, other) = try Self.book()
    try Self.take(other, right)
    let sums = try #require(try ledger.loan("PJ-0002", asOf: date).reconciliation)
    #expect(try sums == other.loan("PJ-0002", asOf: date).reconciliation && sums.agrees)
    try Self.balanceSheet(ledger)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try ledger.verify().isOK)
  }

  /// A row that was wrong is replaced in one act, as long as nothing stands on it.
  @Test func aTakeoverTakesThePlaceOfAnother() throws {
    let (_, ledger) = try Self.book()
    try Self.take(ledger, Self.header + Self.row)
    var way = ImportWay()
    way.corrects = true
    func correct(_ row: String) throws -> ImportReport {
      try ledger.importLoans(
        SheetText(Self.header + row, file: "l.csv"), on: day("2025-12-31"), way)
    }
    let right = Self.row.replacing("8.000.000,00", with: "7.500.000")
    let report = try correct(right)
    #expect((report.stored, report.alreadyStored, report.corrected) == (1, 0, 1))
    #expect(try correct(right).corrected == 0)
    #expect(try Self.balance(ledger, "PJ-0002") == 7_500_000)
    #expect(try ledger.loan("PJ-0002").reconciliation?.agrees == true)
    // What was agreed on stays, and so does a loan that was paid on.
    let other = right.replacing("12.000.000", with: "13.000.000")
    #expect(ImportTests.problems { try correct(other) } == ["l.csv:2:1 loan.numberTaken"])
    _ = try ledger.repay(loan: "PJ-0002", on: day("2026-01-05"))
    #expect(ImportTests.problems { try correct(Self.row) } == ["l.csv:2:9 loan.laterEvents"])
    #expect(try ledger.verify().isOK)
  }

  /// A loan that was first taken over on too late a day runs from the earlier one: in lists as on
  /// its card.
  @Test func aTakeoverMayBeMadeAgainFromAnEarlierDay() throws {
    let (_, ledger) = try Self.book()
    #expect(try Self.take(ledger, Self.header + Self.row, on: "2026-02-28").warnings.count == 1)
    _ = try ledger.reverse(EntryNumber(1))
    #expect(try Self.take(ledger, Self.header + Self.row).warnings.isEmpty)
    for date in try [day("2025-12-31"), day("2026-01-10"), day("2026-02-28")] {
      let register = try ledger.loanRegister(asOf: date)
      #expect(register.rows.map(\.outstanding) == [8_000_000] && register.agrees)
      let card = try ledger.loan("PJ-0002", asOf: date)
      #expect(try card.loan.appliedOn == day("2025-12-31") && card.loan.status == .running)
    }
    #expect(try ledger.loans(asOf: day("2025-12-30")).isEmpty)
    // What may be done from its day on goes by the earlier day too.
    _ = try ledger.repay(loan: "PJ-0002", on: day("2026-01-05"))
    _ = try ledger.settleLoan(loan: "PJ-0002", on: day("2026-01-12"))
    #expect(try ledger.verify().isOK)
  }

  /// An allowance that was brought in is for the loans that were; for others it stays as it is.
  @Test func aReversedTakeoverHasNoPartOfTheAllowance() throws {
    let (_, ledger) = try Self.book()
    try Self.take(ledger, Self.header + Self.row)
    _ = try ledger.reverse(EntryNumber(1))
    try Self.balanceSheet(ledger, allowance: 150_000)
    #expect(try ledger.runMonthEnd(month("2026-01")).provisions.isEmpty)
    #expect(try Self.balance(ledger, "1-1290") == -150_000)
    #expect(try ledger.verify().isOK)
  }

  /// A loan that was taken over leaves the list of open loans when it ends, as any other.
  @Test func aTakeoverThatEndedIsNotReadForOpenLoans() throws {
    let (_, ledger) = try Self.book()
    try Self.take(ledger, Self.header + Self.row)
    try Self.balanceSheet(ledger)
    #expect(try ledger.loans(asOf: day("2026-01-10")).count == 1)
    _ = try ledger.settleLoan(loan: "PJ-0002", on: day("2026-01-12"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    let date = try day("2026-02-10")
    #expect(try ledger.loans(asOf: date).isEmpty)
    let all = try ledger.loanRegister(asOf: date, includingEnded: true)
    #expect(all.rows.map(\.loan.number) == ["PJ-0002"])
  }

  /// What is charged on the arrears is rounded apart before and after the takeover: the difference
  /// is below one rupiah for every installment that was late.
  @Test func aChargeOnTheArrearsMayDifferByARupiah() throws {
    var terms = LoanTerms(
      effectiveFrom: try month("2025-01"),
      plan: PlanTerms(method: .flat, rate: try Rate(parsing: "1,5%/bulan"), count: 12))
    terms.lateFee = LateFeeRule(
      base: .arrears, charge: .share(.percent("0.1234567")), period: .day)
    let twin = try LoanTwin(
      LoanTwin.Example(terms: terms, principal: 12_000_000, disbursedOn: day("2025-07-15")),
      through: month("2025-12"))
    for number in 1...12 {
      if number == 10 { _ = try twin.old.repay(1_400_017, loan: "PJ-0001", on: day("2025-10-20")) }
      _ = try twin.old.runMonthEnd(month("2025-\(number < 10 ? "0" : "")\(number)"))
    }
    try twin.takeOver()
    for date in ["2025-12-31", "2026-01-31", "2026-04-11"] {
      let old = try twin.old.loan("PJ-0001", asOf: day(date)).position.lateFee
      let new = try twin.new.loan("PJ-0001", asOf: day(date)).position.lateFee
      #expect(old.isPositive && abs(old.sen - new.sen) <= 500, "\(old) \(new)")
    }
  }
}
