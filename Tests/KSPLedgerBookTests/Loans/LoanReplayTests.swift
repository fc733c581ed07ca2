import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The same slip a second time gives the receipt of the first time, whatever has happened since.
@Suite struct LoanReplayTests {
  private func note(_ reference: String) -> EntryNote { EntryNote(reference: reference) }

  private func isSame(_ first: Receipt, _ again: Receipt) -> Bool {
    again.isReplay
      && first
        == Receipt(
          entry: again.entry, kind: again.kind, bookDate: again.bookDate, account: again.account,
          member: again.member, memberName: again.memberName, amount: again.amount,
          deductions: again.deductions,
          balance: again.balance, note: again.note, isReplay: false)
  }

  private func isSame(_ first: LoanReceipt, _ again: LoanReceipt) -> Bool {
    isSame(first.receipt, again.receipt) && first.parts == again.parts
      && first.penalty == again.penalty && first.intoSavings == again.intoSavings
      && first.outstanding == again.outstanding && first.next == again.next
  }

  /// Also where a rule refuses the other event before there is an entry to compare.
  @Test func aReferenceThatIsRefusedNamesWhatDiffers() throws {
    let book = try LoanBook()
    let (loan, other) = (try book.lend(), try book.lend())
    func repay(
      _ loan: LoanNumber, _ amount: Rupiah, on date: String = "2026-02-15"
    ) throws {
      _ = try book.ledger.repay(amount, loan: loan, on: day(date), note: note("R-1"))
    }
    func field(_ body: () throws -> Void) -> String? {
      let error = refused(body)
      guard error?.code == .referenceReused else { return error?.code.rawValue }
      return error?.message.english.split(separator: ": another ").last.map(String.init)
    }
    try repay(loan, 1_000_000)
    // To settle takes more, which its rule says whatever else differs.
    func settle(_ loan: LoanNumber, on date: String = "2026-02-15") throws {
      _ = try book.ledger.settleLoan(1, loan: loan, on: day(date), note: note("R-1"))
    }
    #expect(field { try settle(loan) } == "amount or choice.")
    #expect(field { try settle(loan, on: "2026-02-16") } == "date.")
    #expect(field { try settle(other) } == "loan.")
    #expect(
      field {
        _ = try book.ledger.waiveLoan(
          900_000_000, loan: loan, on: day("2026-02-15"),
          note: EntryNote(reference: "R-1", memo: "banjir"))
      } == "kind.")
    #expect(
      field {
        _ = try book.ledger.recoverLoan(
          1_000, loan: loan, on: day("2026-02-15"), note: note("R-1"))
      } == "kind.")
  }

  @Test func aLoanPaidOutWithDeductions() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.interestDue = .inAdvance
      terms.fees = [
        LoanFee(code: "adm", charge: .fixed(50_000), target: .account(AccountCode("4-1110"))),
        LoanFee(code: "swp", charge: .fixed(20_000), target: .savings(product: "wajib")),
      ]
    }
    let application = LoanApplication(
      member: "0001", product: "flat", amount: 12_000_000, date: try day("2026-01-15"))
    let first = try book.ledger.disburse(application, note: note("C-1"))
    #expect(first.receipt.amount == 9_770_000)
    _ = try book.ledger.repay(loan: first.loan.number, on: day("2026-02-15"))
    try book.monthEnd("2026-01")
    let again = try book.ledger.disburse(application, note: note("C-1"))
    #expect(isSame(first.receipt, again.receipt) && again.loan == first.loan)
    var others = [application, application, application]
    others[0].count = 6
    others[1].rate = try Rate(parsing: "1%/month")
    others[2].guarantors = ["Budi"]
    for (other, field) in zip(others, ["number of installments", "rate", "guarantors"]) {
      let again = refused { try book.ledger.disburse(other, note: note("C-1")) }
      #expect(again?.code == .referenceReused)
      #expect(again?.message[.english].contains("another \(field)") == true)
    }
    // With another first due date it is another event, and so it is into savings instead of cash.
    let later = try day("2026-03-15")
    #expect(
      refusal { try book.ledger.disburse(application, firstDue: later, note: note("C-1")) }
        == .referenceReused)
    let savings = AccountCode("SUK-0001")
    _ = try book.ledger.deposit(10_000, member: "0001", on: day("2026-02-16"))
    #expect(
      refusal { try book.ledger.disburse(application, to: savings, note: note("C-1")) }
        == .referenceReused)
  }

  @Test func paymentsOfEveryKind() throws {
    let book = try LoanBook()
    try book.change("menurun") { terms in
      terms.prepayment = .smallerInstallments
      terms.recognition = .onDueDate
      terms.lateFee = LateFeeRule(base: .installment, charge: .fixed(5_000), period: .month)
      terms.settlement.penalty = .percent("1")
    }
    let ledger = book.ledger
    let number = try book.lend("menurun", 12_000_000)
    func late() throws -> LoanReceipt {
      try ledger.repay(700_000, loan: number, on: day("2026-02-20"), note: note("A-1"))
    }
    func ahead() throws -> LoanReceipt {
      try ledger.repay(5_000_000, loan: number, on: day("2026-03-20"), note: note("A-2"))
    }
    func settle() throws -> LoanReceipt {
      try ledger.settleLoan(loan: number, on: day("2026-04-20"), note: note("A-3"))
    }
    let first = try late()
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    let second = try ahead()
    #expect(first.parts.map(\.component) == [.lateFee, .interest, .principal])
    let plan = try ledger.loan(number, asOf: day("2026-03-20")).installments
    _ = try ledger.rescheduleLoan(number, on: day("2026-04-01"), count: 9)
    let third = try settle()
    for month in ["2026-03", "2026-04"] { try book.monthEnd(month) }
    #expect(isSame(first, try late()))
    #expect(isSame(second, try ahead()))
    #expect(isSame(third, try settle()))
    #expect(try ledger.loan(number, asOf: day("2026-03-20")).installments == plan)
    #expect(try ledger.verify().isOK)
  }

  @Test func aPayrollListWithItsRows() throws {
    let book = try LoanBook()
    for member in ["0001", "0002"] {
      _ = try book.lend("flat", 1_200_000, to: MemberNumber(member))
    }
    func list() throws -> RepaymentListReport {
      try book.ledger.importRepayments(
        csv: "anggota;jumlah\n0001;118.000\n0002;1.500.000\n", file: "gaji.csv",
        on: day("2026-02-15"), terms: PayrollTerms(overpayment: .savings, paysAhead: true),
        note: note("gaji"))
    }
    let first = try list()
    _ = try book.ledger.repay(loan: "PJ-0001", on: day("2026-03-15"))
    let again = try list()
    #expect(again.isReplay && again.rows.count == 2 && again.total == first.total)
    #expect(zip(first.rows, again.rows).allSatisfy { isSame($0, $1) })
  }

  @Test func aWriteOffAndWhatComesBack() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try book.lend("flat", 12_000_000)
    try book.monthEnd("2026-01")
    func writeOff() throws -> Receipt {
      try ledger.writeOffLoan(number, on: day("2026-02-20"), note: note("H-1"))
    }
    func recover(_ date: String, _ reference: String) throws -> Receipt {
      try ledger.recoverLoan(100_000, loan: number, on: day(date), note: note(reference))
    }
    let first = try writeOff()
    let second = try recover("2026-03-01", "H-2")
    _ = try recover("2026-03-09", "H-3")
    #expect(isSame(first, try writeOff()))
    #expect(isSame(second, try recover("2026-03-01", "H-2")))
    #expect(refusal { try recover("2026-03-02", "H-2") } == .referenceReused)
  }
}
