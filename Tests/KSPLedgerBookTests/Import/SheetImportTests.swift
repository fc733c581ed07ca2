import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What the imports do beyond reading a sheet: templates, corrections, lists that come twice.
@Suite struct SheetImportTests {
  static func opening(
    _ ledger: Ledger, _ text: String, corrects: Bool = false
  ) throws -> ImportReport {
    var way = ImportWay()
    way.corrects = corrects
    return try ledger.importOpeningBalances(
      SheetText(text, file: "saldo.csv"), on: day("2025-12-31"), way)
  }

  static func codes(_ body: () throws -> Void) -> [LedgerError.Code] {
    let error = refused(body)
    return (error?.details.isEmpty ?? true ? error.map { [$0] } : error?.details)?.map(\.code) ?? []
  }

  static func balance(_ ledger: Ledger, _ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  /// K1.1: numbers that were given out are shown, and the same file gives out none again.
  @Test func assignedNumbersAreShown() throws {
    let ledger = try makeBook(try TestFolder())
    let text = "No. Anggota;Nama;Masuk\n0007;Ani;2020-01-01\n;Budi;2020-01-02\n;Citra;2020-01-03\n"
    #expect(
      Self.codes { _ = try ledger.importMembers(csv: text, file: "a") } == [.importNumbersMissing])
    var way = ImportWay()
    way.assignsNumbers = true
    let report = try ledger.importMembers(SheetText(text, file: "a"), way)
    #expect(
      report.assigned == [
        .init(line: 3, number: "0008", name: "Budi"), .init(line: 4, number: "0009", name: "Citra"),
      ])
    let again = try ledger.importMembers(SheetText(text, file: "a"), way)
    #expect(again.stored == 0 && again.alreadyStored == 3 && again.assigned.isEmpty)
  }

  /// One NIK on two members is pointed out, whoever is entered.
  @Test func aNIKOfTwoMembersIsADoubt() throws {
    let ledger = try makeBook(try TestFolder())
    let nik = "3201016104850001"
    for number in ["0001", "0002"] {
      _ = try ledger.addMember(
        NewMember(
          number: MemberNumber(number), profile: MemberProfile(name: "Ani", nik: nik),
          joinedOn: day("2026-01-02")))
    }
    let profile = MemberProfile(name: "Ani", nik: nik)
    let doubts = try ledger.doubts(about: profile, of: "0002")
    #expect(
      doubts.map(\.english) == ["NIK \(nik) is that of several members: 0002 (Ani), 0001 (Ani)."])
    #expect(try ledger.doubts(about: MemberProfile(name: "Budi"), of: "0003").isEmpty)
  }

  /// The understanding is handed out before anything is stored, also where the file is refused.
  @Test func theUnderstandingComesFirst() throws {
    let ledger = try makeBook(try TestFolder())
    var heard: [SheetUnderstanding] = []
    var way = ImportWay()
    way.understood = { heard.append($0) }
    let text = SheetText("No. Anggota;Nama;Masuk;Saldo\n0001;Ani;2020-01-01;5000\n", file: "a")
    #expect(Self.codes { _ = try ledger.importMembers(text, way) } == [.importColumnDropped])
    #expect(heard.count == 1 && heard[0].columns.map(\.letter) == ["A", "B", "C", "D"])
    way.ignoring = ["saldo"]
    let report = try ledger.importMembers(text, way)
    #expect(report.understanding == heard.last && heard.count == 2)
    guard case .ignored(let example) = heard.last?.columns.last?.use else {
      Issue.record("the column is not ignored")
      return
    }
    #expect(example?.text == "5000" && example?.line == 2)
  }

  /// K1.7: a wrong opening balance is corrected by its own import, until the first month is closed.
  @Test func openingBalancesAreCorrectedByTheirImport() throws {
    let ledger = try makeBook(try TestFolder())
    for number in ["0001", "0002"] { try ledger.join(MemberNumber(number)) }
    let wrong = "Anggota;Pokok;Sukarela\n0001;100000;500000\n0002;100000;-\n"
    let right = "Anggota;Pokok;Sukarela\n0001;100000;400000\n0002;0;70000\n"
    #expect(try Self.opening(ledger, wrong).stored == 3)
    // What has been taken out since needs the new balance.
    _ = try ledger.withdraw(300_000, member: "0001", on: day("2026-01-05"))
    let error = refused { try Self.opening(ledger, right) }
    #expect(error?.details.map(\.code) == [.openingDiffers, .openingDiffers])
    let report = try Self.opening(ledger, right, corrects: true)
    #expect(report.stored == 3 && report.alreadyStored == 1 && report.corrected == 2)
    #expect(try Self.balance(ledger, "SUK-0001") == 100_000)
    #expect(try Self.balance(ledger, "SUK-0002") == 70_000)
    #expect(try Self.balance(ledger, "POK-0002") == 0)
    #expect(report.openingDifference == 570_000)
    // The one that was taken back is as if it had never been, on its own day.
    let statement = try ledger.statement(
      of: AccountCode("SUK-0001"), period: period("2025-12-31", "2025-12-31"))
    #expect(statement.closing == 400_000)
    let again = try Self.opening(ledger, right, corrects: true)
    #expect(again.stored == 0 && again.corrected == 0)
    #expect(try ledger.verify().isOK)
  }

  @Test func aClosedMonthKeepsItsOpeningBalances() throws {
    let ledger = try makeBook(try TestFolder())
    try ledger.join("0001")
    let text = "Anggota;Sukarela;Akun;Debet\n0001;500000;;\n;;1-1000;500000\n"
    _ = try Self.opening(ledger, text)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let other = text.replacing("0001;500000", with: "0001;600000")
    #expect(Self.codes { _ = try Self.opening(ledger, other, corrects: true) } == [.periodClosed])
    #expect(try Self.opening(ledger, text, corrects: true).stored == 0)
  }

  /// K1.6: sums beyond what can be counted name their row, and hide no other.
  @Test func aSumThatIsTooLargeNamesItsRow() throws {
    let ledger = try makeBook(try TestFolder())
    for number in ["0001", "0002"] { try ledger.join(MemberNumber(number)) }
    let text = """
      Anggota;Sukarela
      0001;60.000.000.000.000.000
      0002;60.000.000.000.000.000
      0009;5
      """
    let error = refused { try Self.opening(ledger, text) }
    #expect(error?.code == .importRefused)
    #expect(error?.details.allSatisfy { ($0.place?.line ?? 0) > 1 } == true)
    #expect(error?.details.contains { $0.code == .amountOverflow && $0.place?.line == 3 } == true)
    #expect(error?.details.contains { $0.code == .memberUnknown && $0.place?.line == 4 } == true)
  }

  /// What a template writes is read back by the import of its kind, in both languages.
  @Test(arguments: Language.allCases) func templatesAreReadBack(_ language: Language) throws {
    let ledger = try makeBook(try TestFolder())
    func text(_ kind: SheetKind) -> SheetText {
      SheetText(kind.template(language), file: "\(kind.name).csv")
    }
    let before = try day("2025-12-31")
    #expect(try ledger.importMembers(text(.members)).stored == 2)
    let opened = try ledger.importOpeningBalances(text(.opening), on: before)
    #expect(opened.stored == 9 && opened.openingDifference == 0)
    #expect(try ledger.loan("P-118", asOf: before).position.outstanding == 7_000_000)
    let loans = try ledger.importLoans(text(.loans), on: before)
    #expect(
      loans.stored == 1 && loans.alreadyStored == 1 && loans.totals.first?.amount == 11_000_000)
    _ = try ledger.deposit(2_000_000, member: "0002", on: day("2026-01-02"))
    #expect(try ledger.importTransactions(text(.transactions)).stored == 2)
    let list = try ledger.importPayroll(text(.payroll), on: day("2026-01-15"))
    #expect(list.total == 1_920_000 && list.rows.count == 2 && list.deposits.count == 3)
    for kind in SheetKind.all {
      let sheet = try Sheet(text(kind), as: try ledger.sheetKind(kind))
      #expect(sheet.problems.isEmpty)
      #expect(
        sheet.understanding.columns.allSatisfy {
          if case .taken = $0.use { true } else { false }
        }, "\(sheet.understanding.columns)")
    }
    #expect(try ledger.verify().isOK)
  }

  /// K1.10: the same list without a reference is not booked twice; another deduction says so.
  @Test func theSamePayrollListTwice() throws {
    let book = try LoanBook()
    let loan = try book.lend("flat", 1_200_000)
    let text = "anggota;jumlah\n0001;118.000\n"
    func list(_ date: String, _ reference: String? = nil) throws -> RepaymentListReport {
      try book.ledger.importRepayments(
        csv: text, file: "gaji.csv", on: day(date), reference: reference)
    }
    let first = try list("2026-02-15")
    let again = try list("2026-02-15")
    #expect(again.isReplay && again.entry == first.entry)
    #expect(Self.codes { _ = try list("2026-02-16") } == [.payrollSameList])
    #expect(try book.ledger.loan(loan, asOf: day("2026-02-28")).payments.count == 1)
    #expect(try !list("2026-02-16", "tambahan").isReplay)
    #expect(try !list("2026-03-15").isReplay)
    // What was taken back may be booked again.
    _ = try book.ledger.reverse(
      try list("2026-03-15").entry, on: nil, note: EntryNote(memo: "salah"))
    let anew = try list("2026-03-15")
    #expect(!anew.isReplay)
    #expect(try list("2026-03-15").entry == anew.entry)
    #expect(try book.ledger.verify().isOK)
  }

  /// A list of wages is booked as savings and loans: one half that was taken back does not come in
  /// again beside the other, which stands.
  @Test func halfOfAPayrollIsNotBookedTwice() throws {
    let book = try LoanBook()
    _ = try book.lend("flat", 1_200_000)
    func list(_ reference: String? = nil) throws -> RepaymentListReport {
      try book.ledger.importPayroll(
        SheetText("anggota;jumlah\n0001;400.000\n", file: "gaji.csv"), on: day("2026-02-15"),
        PayrollTerms(order: PayrollOrder(parsing: "loans,sukarela"), overpayment: .savings),
        ImportWay(reference: reference))
    }
    for reference in [nil, "GAJI-02"] {
      let first = try list(reference)
      let savings = try #require(first.depositEntry)
      let receipt = try book.ledger.reverse(first.entry, note: EntryNote(memo: "salah"))
      #expect(receipt.warnings.map(\.code) == [.actPartlyReversed])
      #expect(receipt.warnings[0].message.english.contains(savings.description))
      let before = try book.balance("SUK-0001")
      let error = #expect(throws: LedgerError.self) { try list(reference) }
      #expect(error?.code == .referenceReversed)
      #expect(error?.remedies == [.journal(.reverse(savings))])
      #expect(try book.balance("SUK-0001") == before)
      #expect(try book.ledger.reverse(savings).warnings.isEmpty)
    }
    // All of it is taken back: without a reference of its own it may come in again.
    #expect(try list().depositEntry != nil)
    #expect(try book.ledger.verify().isOK)
  }

  /// K1.9: too much for a loan is refused by name, unless the list says where it goes.
  @Test func tooMuchGoesWhereTheListSays() throws {
    let book = try LoanBook()
    let loan = try book.lend("flat", 1_200_000)
    func pay(_ terms: PayrollTerms) throws -> RepaymentListReport {
      try book.ledger.importRepayments(
        csv: "anggota;jumlah\n0001;9.000.000\n", file: "gaji.csv", on: day("2026-02-15"),
        terms: terms)
    }
    let error = refused { try pay(PayrollTerms()) }
    #expect(error?.details.map(\.code) == [.payrollTooMuch])
    #expect(error?.details.first?.message.english.contains(loan.text) == true)
    // Paying all ahead may cost more than settling, so the list says that too.
    let undecided = refused { try pay(PayrollTerms(overpayment: .savings)) }
    #expect(undecided?.details.map(\.code) == [.loanWouldSettle])
    let report = try pay(PayrollTerms(overpayment: .savings, paysAhead: true))
    #expect(report.rows.first?.intoSavings.isPositive == true)
  }

  @Test(arguments: ["sukarela,wajib", "wajib,wajib", "nihil"])
  func anOrderThatCannotBeFollowed(_ order: String) throws {
    let book = try LoanBook()
    let found = Self.codes {
      _ = try book.ledger.importRepayments(
        csv: "anggota;jumlah\n0001;5.000\n", file: "gaji.csv", on: day("2026-02-15"),
        terms: PayrollTerms(order: PayrollOrder(parsing: order)))
    }
    #expect(found == [order == "nihil" ? .productUnknown : .payrollOrderInvalid])
  }
}
