import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a payment settles, and what becomes of money paid too late, too early or too much.
@Suite struct LoanPaymentTests {
  @Test func theOldestInstallmentComesFirstInTheProductsOrder() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.allocation = [.principal, .interest, .lateFee] }
    let number = try book.lend("flat", 12_000_000)
    // Two installments of 1,000,000 and 180,000 are due; 1,500,000 reaches into the second.
    let receipt = try book.ledger.repay(1_500_000, loan: number, on: day("2026-03-20"))
    #expect(
      receipt.parts == [
        .init(installment: 1, component: .principal, amount: 1_000_000),
        .init(installment: 1, component: .interest, amount: 180_000),
        .init(installment: 2, component: .principal, amount: 320_000),
      ])
    let position = try book.ledger.loan(number, asOf: day("2026-03-20")).position
    #expect(position.due.map(\.principal) == [680_000])
    #expect(position.daysPastDue == 5)
  }

  @Test func aLateFeeIsForgottenWhenThePaymentIsDatedBack() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.lateFee = LateFeeRule(
        base: .arrears, charge: .share(.percent("0.1")), period: .day, graceDays: 3)
    }
    let number = try book.lend("flat", 12_000_000)
    let ledger = book.ledger
    // 1,180,000 was due on the 15th; the 19th is the first day that is charged, 0.1 % a day.
    func fee(_ date: String) throws -> Rupiah {
      try ledger.loan(number, asOf: day(date)).position.lateFee
    }
    #expect(try fee("2026-02-18") == .zero)
    #expect(try fee("2026-02-19") == 1_180)
    #expect(try fee("2026-02-28") == 11_800)
    _ = try ledger.repay(1_180_000, loan: number, on: day("2026-02-17"))
    #expect(try fee("2026-02-28") == .zero)
  }

  @Test func aLateFeeIsPaidFirstAndIsIncomeOnReceipt() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.lateFee = LateFeeRule(base: .installment, charge: .fixed(5_000), period: .month)
    }
    let number = try book.lend("flat", 12_000_000)
    let receipt = try book.ledger.repay(loan: number, on: day("2026-02-20"))
    #expect(receipt.parts.first == .init(installment: 0, component: .lateFee, amount: 5_000))
    #expect(receipt.receipt.amount == 1_185_000)
    #expect(try book.balance("4-1100") == 5_000)
    #expect(try book.balance("\(number).D") == .zero)
  }

  @Test func moneyPaidAheadSettlesTheNextInstallments() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    let receipt = try book.ledger.repay(2_500_000, loan: number, on: day("2026-02-10"))
    #expect(receipt.parts.map(\.installment) == [1, 1, 2, 2, 3])
    #expect(receipt.next?.installment.number == 3)
    #expect(receipt.next?.interest == 40_000)
  }

  @Test func moneyPaidAheadMayShortenTheLoan() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .fewerInstallments }
    let number = try book.lend("menurun", 12_000_000)
    let receipt = try book.ledger.repay(5_180_000, loan: number, on: day("2026-02-15"))
    #expect(receipt.outstanding == 7_000_000)
    let plan = try book.ledger.loan(number, asOf: day("2026-02-15")).installments
    #expect(plan.map(\.due.description).first == "2026-03-15")
    // Each installment keeps its principal of 1,000,000: seven are left.
    #expect(plan.count == 7)
    #expect(plan[0].total == 1_105_000)
    _ = try book.ledger.reverse(receipt.receipt.entry)
    #expect(try book.ledger.loan(number, asOf: day("2026-02-16")).installments.count == 12)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func moneyPaidAheadMayLowerTheInstallments() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .smallerInstallments }
    let number = try book.lend("menurun", 12_000_000)
    _ = try book.ledger.repay(6_680_000, loan: number, on: day("2026-02-15"))
    let plan = try book.ledger.loan(number, asOf: day("2026-02-15")).installments
    #expect(plan.count == 11)
    #expect(plan.map(\.principal).dropLast().allSatisfy { $0 == 500_000 })
    let paid = try book.ledger.repay(loan: number, on: day("2026-03-15")).receipt.entry
    #expect(paid.value > 0)
    #expect(
      refusal { try book.ledger.reverse(EntryNumber(3)) }
        == .loanLaterEvents)
  }

  @Test func moneyPaidAheadMayGoIntoSavings() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.prepayment = .savings(product: "sukarela") }
    let number = try book.lend("flat", 12_000_000)
    let receipt = try book.ledger.repay(2_000_000, loan: number, on: day("2026-02-15"))
    #expect(receipt.intoSavings == 820_000)
    #expect(try book.balance("SUK-0001") == 820_000)
    // Nothing is due any more, so savings would pay into themselves.
    let savings = AccountCode("SUK-0001")
    #expect(
      refusal { try book.ledger.repay(900_000, loan: number, on: day("2026-02-16"), from: savings) }
        == .loanNothingDue)
  }

  @Test func savingsMayPay() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    let savings = AccountCode("SUK-0001")
    _ = try book.ledger.deposit(1_000_000, member: "0001", on: day("2026-02-01"))
    #expect(
      refusal { try book.ledger.repay(loan: number, on: day("2026-02-15"), from: savings) }
        == .overdraft)
    _ = try book.ledger.deposit(180_000, member: "0001", on: day("2026-02-02"))
    _ = try book.ledger.repay(loan: number, on: day("2026-02-15"), from: savings)
    #expect(try book.balance("SUK-0001") == .zero)
  }

  @Test func aReferenceIsBookedOnce() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    let note = EntryNote(reference: "K-1")
    let first = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"), note: note)
    let again = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"), note: note)
    #expect(again.receipt.isReplay && again.receipt.entry == first.receipt.entry)
    #expect(
      refusal { try book.ledger.repay(900_000, loan: number, on: day("2026-02-15"), note: note) }
        == .referenceReused)
  }

  @Test func aDisbursementSaysWhatWasCutAndSaysItAgain() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let income = AccountCode("4-1110")
    try book.change("flat") { terms in
      terms.plan.interestDue = .inAdvance
      terms.fees = [
        LoanFee(
          code: "provisi", charge: .share(.percent("1")),
          target: .account(income)),
        LoanFee(code: "wajib-pinjam", charge: .fixed(50_000), target: .savings(product: "wajib")),
        LoanFee(code: "meterai", charge: .fixed(.zero), target: .account(income)),
      ]
    }
    let application = LoanApplication(
      member: "0001", product: "flat", amount: 10_000_000, count: 10, date: try day("2026-01-10"))
    let note = EntryNote(reference: "C-1")
    let first = try ledger.disburse(application, note: note).receipt
    #expect(
      first.deductions.map(\.name.english) == ["provisi", "wajib-pinjam", "interest in advance"])
    #expect(first.deductions.map(\.amount) == [100_000, 50_000, 1_500_000])
    #expect(first.amount == 8_350_000)
    #expect(try book.balance("1-1000") == 491_650_000)
    let again = try ledger.disburse(application, note: note).receipt
    #expect(again.isReplay && again.entry == first.entry)
    #expect(again.amount == first.amount && again.deductions == first.deductions)
    let savings = AccountCode("WAJ-0001")
    #expect(
      refusal { try ledger.disburse(application, to: AccountCode("1-1100"), note: note) }
        == .referenceReused)
    // The savings were touched as well, but not as the receiver.
    #expect(
      refusal { try ledger.disburse(application, to: savings, note: note) }
        == .referenceReused)
  }

  @Test func aPayrollListIsOneVoucher() throws {
    let book = try LoanBook()
    let first = try book.lend("flat", 12_000_000)
    let second = try book.lend("menurun", 6_000_000, to: "0002")
    let csv = "anggota;jumlah\n0001;1.180.000\n0002;590.000\n"
    let note = EntryNote(reference: "gaji/2026-02")
    let report = try book.ledger.importRepayments(
      csv: csv, file: "gaji.csv", on: day("2026-02-15"), from: AccountCode("1-1400"), note: note)
    #expect(report.rows.map(\.loan) == [first, second])
    #expect(report.total == 1_770_000)
    #expect(try book.balance("1-1400") == 1_770_000)
    #expect(try book.ledger.entry(report.entry).legs.count == 9)
    let again = try book.ledger.importRepayments(
      csv: csv, file: "gaji.csv", on: day("2026-02-15"), from: AccountCode("1-1400"), note: note)
    #expect(again.isReplay && again.entry == report.entry)
    let bad = "anggota,jumlah\n0009,5000\n0001,x\n0002,5000\n0002,6000\n"
    do {
      _ = try book.ledger.importRepayments(csv: bad, file: "buruk.csv", on: day("2026-02-16"))
      Issue.record("the list should have been refused")
    } catch let error as LedgerError {
      #expect(
        error.details.map(\.code) == [.memberUnknown, .amountUnreadable, .importDuplicate])
      #expect(error.details.map { $0.place?.line } == [2, 3, 5])
    }
    #expect(try book.ledger.loan(second, asOf: day("2026-02-16")).payments.count == 1)
  }
}
