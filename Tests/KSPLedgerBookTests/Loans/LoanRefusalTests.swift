import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Every way in which a loan is refused, and that nothing is stored by it.
@Suite struct LoanRefusalTests {
  /// The codes that the tests below reach.
  static let codes: [LedgerError.Code] = [
    .loanProductUnknown, .loanUnknown, .loanNotAtStep, .loanOutsideTerms, .loanDateTooEarly,
    .loanFeesTooLarge, .loanNothingDue, .loanSettlementAmount, .loanLaterEvents, .loanAmbiguous,
    .loanOfAnotherMember, .memberHasLoan, .loanReversalDate, .loanInterestPaidAhead,
    .loanPayerUnfit, .memberSavingsShort, .loanWaiverTooLarge, .loanReasonMissing,
    .loanGrantTooLarge, .loanChangeEmpty, .loanCollateralUnknown, .loanCollateralNeeded,
    .loanTopUpTooSmall,
    .loanWouldSettle,
    // These are reached where what they are about is tested: LoanDueRuleTests, LoanOrderTests,
    // LoanAheadTests.
    .loanAllocationIncomplete, .loanLaterPlan, .loanLaterWaiver, .loanLaterStep, .loanOverpaid,
    .loanPartTooLarge, .loanPartsDiffer,
  ]

  /// Runs calls that must be refused; none of them may commit anything.
  private func expect(
    _ book: LoanBook, _ code: LedgerError.Code, _ calls: [() throws -> Void],
    place: SourceLocation = #_sourceLocation
  ) throws {
    let watch = try DatabaseQueue(path: book.folder.file())
    let before = try watch.read { try Int64.fetchOne($0, sql: "PRAGMA data_version") }
    for (index, call) in calls.enumerated() {
      let found = refusal(call)
      #expect(found == code, "call \(index)", sourceLocation: place)
    }
    let after = try watch.read { try Int64.fetchOne($0, sql: "PRAGMA data_version") }
    #expect(before == after, "something was stored", sourceLocation: place)
  }

  private func application(
    _ product: ProductCode = "flat", _ amount: Rupiah = 12_000_000, count: Int? = nil,
    on date: String = "2026-01-15"
  ) throws -> LoanApplication {
    LoanApplication(
      member: "0001", product: product, amount: amount, count: count, date: try day(date))
  }

  @Test func whatTheBookDoesNotKnow() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    try expect(
      book, .loanProductUnknown,
      [
        { _ = try ledger.applyForLoan(application("emas")) },
        { _ = try ledger.disburse(application("emas")) },
        { _ = try ledger.loanTerms(of: "emas") },
        { try ledger.setLoanTerms(of: "emas", ledger.loanTerms(of: "flat")[0]) },
      ])
    let date = try day("2026-02-01")
    try expect(
      book, .loanUnknown,
      [
        { _ = try ledger.approveLoan("PJ-0009", on: date) },
        { _ = try ledger.disburse("PJ-0009", on: date) },
        { _ = try ledger.repay(loan: "PJ-0009", on: date) },
        { _ = try ledger.settlementQuote(of: "PJ-0009", on: date) },
        { _ = try ledger.settleLoan(loan: "PJ-0009", on: date) },
        { _ = try ledger.rescheduleLoan("PJ-0009", on: date, count: 3) },
        { _ = try ledger.writeOffLoan("PJ-0009", on: date) },
        { _ = try ledger.recoverLoan(5, loan: "PJ-0009", on: date) },
        { _ = try ledger.loan("PJ-0009") },
      ])
  }

  /// A loan at each of its steps, with all that cannot be done there.
  @Test func whatDoesNotFitItsStep() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.needsApproval = true }
    let ledger = book.ledger
    let date = try day("2026-02-15")
    let applied = try ledger.applyForLoan(application()).number
    let rejected = try ledger.applyForLoan(application()).number
    _ = try ledger.rejectLoan(rejected, on: day("2026-01-16"))
    let approved = try ledger.applyForLoan(application()).number
    _ = try ledger.approveLoan(approved, on: day("2026-01-16"))
    // Approved, and turned down after all.
    let withdrawn = try ledger.applyForLoan(application()).number
    _ = try ledger.approveLoan(withdrawn, on: day("2026-01-16"))
    _ = try ledger.rejectLoan(withdrawn, on: day("2026-01-17"))
    #expect(try ledger.loan(withdrawn).loan.status == .rejected)
    let running = try book.lend()
    let settled = try book.lend()
    _ = try ledger.settleLoan(loan: settled, on: day("2026-01-20"))
    let written = try book.lend()
    _ = try ledger.writeOffLoan(written, on: day("2026-01-20"))
    let decide = { (number: LoanNumber) -> () throws -> Void in
      { _ = try ledger.approveLoan(number, on: date) }
    }
    let disburse = { (number: LoanNumber) -> () throws -> Void in
      { _ = try ledger.disburse(number, on: date) }
    }
    let onRunning = { (number: LoanNumber) -> [() throws -> Void] in
      [
        { _ = try ledger.repay(loan: number, on: date) },
        { _ = try ledger.settlementQuote(of: number, on: date) },
        { _ = try ledger.settleLoan(loan: number, on: date) },
        { _ = try ledger.rescheduleLoan(number, on: date, count: 5) },
        { _ = try ledger.writeOffLoan(number, on: date) },
      ]
    }
    let recover = { (number: LoanNumber) -> () throws -> Void in
      { _ = try ledger.recoverLoan(5_000, loan: number, on: date) }
    }
    for (number, calls) in [
      (applied, onRunning(applied) + [disburse(applied), recover(applied)]),
      (rejected, onRunning(rejected) + [decide(rejected), disburse(rejected), recover(rejected)]),
      (approved, onRunning(approved) + [decide(approved), recover(approved)]),
      (running, [decide(running), disburse(running), recover(running)]),
      (settled, onRunning(settled) + [decide(settled), disburse(settled), recover(settled)]),
      (written, onRunning(written) + [decide(written), disburse(written)]),
    ] {
      try expect(book, .loanNotAtStep, calls)
      let status = try ledger.loan(number, asOf: date).loan.status
      #expect(status == (try ledger.loan(number).loan.status))
    }
  }

  @Test func whatTheTermsDoNotAllow() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.minimumAmount = 500_000
      terms.maximumAmount = 20_000_000
      terms.maximumCount = 24
      terms.fees = [
        LoanFee(
          code: "adm", charge: .fixed(600_000), target: .account(AccountCode("4-1110")))
      ]
    }
    let ledger = book.ledger
    try expect(
      book, .loanOutsideTerms,
      [
        { _ = try ledger.applyForLoan(application("flat", 499_999)) },
        { _ = try ledger.applyForLoan(application("flat", 20_000_001)) },
        { _ = try ledger.disburse(application("flat", 1_000_000, count: 25)) },
      ])
    try expect(book, .loanFeesTooLarge, [{ _ = try ledger.disburse(application("flat", 599_000)) }])
    try expect(
      book, .loanPlanInvalid,
      [
        { _ = try ledger.applyForLoan(application("menurun", count: 0)) },
        { _ = try ledger.applyForLoan(application("menurun", count: 1_201)) },
        { try book.change("anuitas") { $0.plan.interestDue = .inAdvance } },
        { try book.change("anuitas") { $0.plan.principalGrace = 12 } },
      ])
    let number = try ledger.applyForLoan(application("menurun")).number
    try expect(
      book, .loanPlanInvalid,
      [{ _ = try ledger.disburse(number, on: day("2026-01-15"), firstDue: day("2026-01-15")) }])
    try expect(
      book, .amountNotPositive, [{ _ = try ledger.applyForLoan(application("menurun", 0)) }])
    try book.change("menurun") {
      $0.plan.installmentRounding = try Rounding(.down, to: 1_000)
      $0.plan.interestRounding = try Rounding(.down, to: 1_000)
    }
    try expect(
      book, .loanPlanUnroundable,
      [
        { _ = try ledger.applyForLoan(application("menurun", 9_000)) },
        { _ = try ledger.disburse(application("menurun", 9_000)) },
      ])
  }

  @Test func termsThatCannotBe() throws {
    let book = try LoanBook()
    let edits: [(inout LoanTerms) throws -> Void] = [
      { $0.collectibility = "ojk" },
      { $0.provision = "ojk" },
      {
        $0.maximumAmount = 5; $0.minimumAmount = 6
      },
      { $0.maximumCount = 0 },
      { $0.settlement.interest = .installments(-1) },
      { $0.lateFee = LateFeeRule(base: .arrears, charge: .fixed(-1), period: .day) },
      {
        $0.lateFee = LateFeeRule(base: .arrears, charge: .fixed(1), period: .day, graceDays: -1)
      },
      {
        $0.fees = [
          LoanFee(code: "adm", charge: .fixed(-1), target: .savings(product: "wajib"))
        ]
      },
      {
        $0.fees = [
          LoanFee(
            code: "adm", charge: .share(.percent("0.0000001"), minimum: 9, maximum: 5),
            target: .savings(product: "wajib"))
        ]
      },
    ]
    try expect(book, .productInvalid, edits.map { edit in { try book.change("flat", edit) } })
    try expect(
      book, .productUnknown,
      [
        { try book.change("flat") { $0.prepayment = .savings(product: "emas") } },
        {
          try book.change("flat") {
            $0.fees = [LoanFee(code: "x", charge: .fixed(1), target: .savings(product: "emas"))]
          }
        },
      ])
    var accounts = try book.ledger.loanProducts()[0].accounts
    accounts.interestIncome = AccountCode("9-9999")
    let terms = try book.ledger.loanTerms(of: "flat")[0]
    let strange = LoanProduct(code: "x", name: Phrase(id: "x", en: "x"), accounts: accounts)
    try expect(book, .accountUnknown, [{ try book.ledger.addLoanProduct(strange, terms: terms) }])
    accounts.interestIncome = AccountCode("5-2900")
    let wrong = LoanProduct(code: "x", name: Phrase(id: "x", en: "x"), accounts: accounts)
    try expect(book, .productInvalid, [{ try book.ledger.addLoanProduct(wrong, terms: terms) }])
  }

  @Test func daysThatLieTooEarly() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .smallerInstallments }
    let ledger = book.ledger
    let number = try book.lend("flat")
    let ahead = try book.lend("menurun")
    let paid = try ledger.repay(loan: number, on: day("2026-03-20")).receipt.entry
    _ = try ledger.repay(loan: ahead, on: day("2026-03-20"))
    let before = try day("2026-03-19")
    try expect(
      book, .loanDateTooEarly,
      [
        { _ = try ledger.repay(loan: number, on: day("2026-01-14")) },
        { _ = try ledger.settleLoan(loan: number, on: before) },
        { _ = try ledger.settlementQuote(of: number, on: before) },
        { _ = try ledger.rescheduleLoan(number, on: before, count: 5) },
        { _ = try ledger.writeOffLoan(number, on: before) },
        // A payment before another is fine, but not a new plan before it.
        { _ = try ledger.repay(5_000_000, loan: ahead, on: before) },
      ])
    try expect(
      book, .loanReversalDate,
      [
        { _ = try ledger.reverse(paid, on: before) },
        { _ = try ledger.reverse(paid, on: day("2026-03-21")) },
      ])
    try book.monthEnd("2026-01")
    try expect(
      book, .periodClosed,
      [
        { _ = try ledger.repay(5_000, loan: number, on: day("2026-01-20")) },
        { _ = try ledger.disburse(application()) },
        { _ = try ledger.applyForLoan(application()) },
        { try book.change("flat") { _ in } },
      ])
  }

  @Test func amountsThatDoNotFit() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .fewerInstallments }
    let ledger = book.ledger
    let number = try book.lend("menurun")
    try expect(
      book, .loanNothingDue, [{ _ = try ledger.repay(loan: number, on: day("2026-01-20")) }])
    let quote = try ledger.settlementQuote(of: number, on: day("2026-02-20")).total
    try expect(
      book, .loanSettlementAmount,
      [
        { _ = try ledger.settleLoan(quote + 1, loan: number, on: day("2026-02-20")) },
        { _ = try ledger.settleLoan(quote - 1, loan: number, on: day("2026-02-20")) },
        {
          _ = try ledger.repay(
            12_500_000, loan: number, on: day("2026-02-20"),
            choices: RepaymentChoices(settles: false))
        },
      ])
    try expect(
      book, .loanWouldSettle,
      [{ _ = try ledger.repay(20_000_000, loan: number, on: day("2026-02-20")) }])
    try expect(
      book, .amountNotPositive,
      [
        { _ = try ledger.repay(0, loan: number, on: day("2026-02-20")) },
        { _ = try ledger.repay(-1, loan: number, on: day("2026-02-20")) },
      ])
    let why = EntryNote(memo: "keputusan 12")
    try expect(
      book, .loanWaiverTooLarge,
      [
        { _ = try ledger.waiveLoan(345_001, loan: number, on: day("2026-02-15"), note: why) },
        {
          _ = try ledger.waiveLoan(
            LoanParts(lateFee: 1), loan: number, on: day("2026-02-15"), note: why)
        },
      ])
    try expect(
      book, .loanReasonMissing,
      [{ _ = try ledger.waiveLoan(1, loan: number, on: day("2026-02-15"), note: EntryNote()) }])
    try expect(
      book, .memberHasLoan, [{ _ = try ledger.endMembership(of: "0001", on: day("2026-01-20")) }])
    try expect(
      book, .memberSavingsShort,
      [{ _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"), setsOffLoans: true) }])
  }

  @Test func entriesOnWhichOthersStand() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .smallerInstallments }
    let ledger = book.ledger
    let paid = try ledger.disburse(application("menurun"))
    let (loan, receipt) = (paid.loan, paid.receipt)
    let first = try ledger.repay(loan: loan.number, on: day("2026-02-15")).receipt.entry
    let ahead = try ledger.repay(3_165_000, loan: loan.number, on: day("2026-03-15")).receipt.entry
    let last = try ledger.repay(loan: loan.number, on: day("2026-04-15")).receipt.entry
    let date = try day("2026-04-20")
    try expect(
      book, .loanLaterEvents,
      [
        { _ = try ledger.reverse(receipt.entry) },
        { _ = try ledger.reverse(first) },
        { _ = try ledger.reverse(ahead) },
      ])
    _ = try ledger.rescheduleLoan(loan.number, on: date, count: 6)
    try expect(book, .loanLaterEvents, [{ _ = try ledger.reverse(last) }])
  }

  /// A new plan does not swallow interest that was paid before it.
  @Test func moreInterestPaidAheadThanTheNewPlanAsksFor() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.plan.interestDue = .inAdvance }
    let ledger = book.ledger
    let number = try book.lend("flat", 12_000_000)
    let date = try day("2026-02-15")
    // 2,160,000 was cut; eleven parts of it are not earned.
    try expect(
      book, .loanInterestPaidAhead,
      [
        { _ = try ledger.rescheduleLoan(number, on: date, count: 10) },
        { _ = try ledger.rescheduleLoan(number, on: date, count: 24, rate: .zero) },
      ])
    _ = try ledger.rescheduleLoan(number, on: date, count: 11)
  }

  /// What is owed follows from plans and payments, so nothing is booked beside them.
  @Test func nothingIsBookedByHandOnALoan() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try book.lend()
    let date = try day("2026-02-15")
    let calls = ["", ".J", ".D"].map { suffix in
      { () throws -> Void in
        let leaf = try AccountCode(number.text + suffix)
        _ = try ledger.post(
          ManualEntry(
            on: date,
            legs: [
              .init(account: leaf, amount: 5), .init(account: AccountCode("1-1000"), amount: -5),
            ]))
      }
    }
    try expect(
      book, .accountOwnAct,
      calls + [
        { _ = try ledger.repay(loan: number, on: date, from: AccountCode(number.text)) },
        { _ = try ledger.settleLoan(loan: number, on: date, from: AccountCode("\(number).J")) },
        {
          let other = try application(on: "2026-02-15")
          _ = try ledger.disburse(other, to: AccountCode(number.text))
        },
      ])
  }

  @Test func aMemberOfAListMustOweOneLoan() throws {
    let book = try LoanBook()
    _ = try book.lend("flat", 1_000_000, to: "0001")
    _ = try book.lend("menurun", 1_000_000, to: "0001")
    func call(_ csv: String) -> () throws -> Void {
      {
        do {
          _ = try book.ledger.importRepayments(
            csv: csv + "\n", file: "gaji.csv", on: day("2026-02-15"))
        } catch let error as LedgerError {
          throw error.details.first ?? error
        }
      }
    }
    try expect(
      book, .loanAmbiguous, [call("member,amount\n0001,5000"), call("member,amount\n0002,5000")])
    try expect(
      book, .loanOfAnotherMember, [call("loan,member,amount\nPJ-0001,0002,5000")])
    try expect(book, .memberUnknown, [call("member,amount\n9999,5000")])
    try call("loan,member,amount\nPJ-0001,0001,5000")()
  }

  @Test func aReferenceNamesOneEvent() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let first = try book.lend("flat", 1_200_000, to: "0001")
    let second = try book.lend("flat", 1_200_000, to: "0002")
    let date = try day("2026-02-15")
    func list(_ rows: String) throws -> RepaymentListReport {
      try ledger.importRepayments(
        csv: "pinjaman,jumlah\n\(rows)", file: "gaji.csv", on: date,
        reference: "gaji")
    }
    let booked = try list("\(first),100000\n\(second),50000\n")
    #expect(try list("\(first),100000\n\(second),50000\n").entry == booked.entry)
    _ = try ledger.deposit(5_000, member: "0001", on: date, reference: "K-1")
    let note = EntryNote(reference: "K-1")
    try expect(
      book, .referenceReused,
      [
        // The same total, otherwise divided; and rows that are missing.
        { _ = try list("\(first),50000\n\(second),100000\n") },
        { _ = try list("\(first),150000\n") },
        { _ = try ledger.disburse(application(on: "2026-02-15"), note: note) },
        { _ = try ledger.repay(5_000, loan: first, on: date, note: note) },
        { _ = try ledger.settleLoan(loan: first, on: date, note: note) },
        { _ = try ledger.writeOffLoan(first, on: date, note: note) },
      ])
  }
}
