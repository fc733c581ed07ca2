import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A loan's life, step by step.
@Suite struct LoanLifeTests {
  private func book() throws -> (TestFolder, Ledger) {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.post(
      ManualEntry(
        on: day("2026-01-02"),
        legs: [
          .init(account: AccountCode("1-1000"), amount: 100_000_000),
          .init(account: AccountCode("3-1300"), amount: -100_000_000),
        ]))
    return (folder, ledger)
  }

  private func lend(
    _ ledger: Ledger, _ product: String = "menurun", _ amount: Rupiah = 12_000_000,
    on date: String = "2026-01-15"
  ) throws -> String {
    try ledger.disburse(
      LoanApplication(member: "0001", product: product, amount: amount, date: day(date))
    ).loan.number
  }

  private func balance(_ ledger: Ledger, _ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @Test func paidAsAgreedItEndsSettled() throws {
    let (folder, ledger) = try book()
    defer { withExtendedLifetime(folder) {} }
    let number = try lend(ledger)
    #expect(number == "PJ-0001")
    #expect(try balance(ledger, "1-1000") == 88_000_000)
    var date = try month("2026-02")
    for installment in 1...12 {
      let receipt = try ledger.repay(number, on: date.firstDay.advanced(by: 14))
      #expect(receipt.parts.map(\.installment) == [installment, installment])
      #expect(receipt.parts.map(\.component) == [.interest, .principal])
      date = try date.next()
    }
    #expect(try ledger.loan(number).loan.status == .settled)
    #expect(try balance(ledger, "4-1000") == 1_170_000)
    #expect(try balance(ledger, "1-1000") == 101_170_000)
    #expect(try balance(ledger, number) == .zero)
    #expect(throws: LedgerError.self) { try ledger.repay(number, 1_000, on: day("2027-03-01")) }
    #expect(try ledger.verify().isOK)
  }

  @Test func aReversedPaymentLeavesNoTrace() throws {
    let (folder, ledger) = try book()
    defer { withExtendedLifetime(folder) {} }
    let number = try lend(ledger)
    _ = try ledger.repay(number, on: day("2026-02-15"))
    let before = try ledger.loan(number, asOf: day("2026-06-01"))
    let paid = try ledger.repay(number, 3_333_333, on: day("2026-03-20"))
    #expect(try ledger.loan(number, asOf: day("2026-06-01")) != before)
    _ = try ledger.reverse(paid.receipt.entry, on: day("2026-03-21"))
    #expect(try ledger.loan(number, asOf: day("2026-06-01")) == before)
  }

  @Test func aSettlementFollowsItsQuote() throws {
    let (folder, ledger) = try book()
    defer { withExtendedLifetime(folder) {} }
    let number = try lend(ledger, "anuitas")
    _ = try ledger.repay(number, on: day("2026-02-15"))
    let quote = try ledger.settlementQuote(of: number, on: day("2026-03-01"))
    let owed = try balance(ledger, number)
    #expect(quote.principal == owed)
    #expect(quote.total == (try quote.principal + quote.interest))
    let receipt = try ledger.settleLoan(number, on: day("2026-03-01"))
    #expect(receipt.receipt.amount == quote.total)
    #expect(try ledger.loan(number).loan.status == .settled)
    _ = try ledger.reverse(receipt.receipt.entry, on: day("2026-03-02"))
    #expect(try ledger.loan(number).loan.status == .running)
    #expect(try balance(ledger, number) == owed)
  }

  @Test func aLoanIsGivenUpAndSomethingComesBack() throws {
    let (folder, ledger) = try book()
    defer { withExtendedLifetime(folder) {} }
    let number = try lend(ledger)
    _ = try ledger.writeOffLoan(number, on: day("2026-05-01"))
    #expect(try ledger.loan(number).loan.status == .writtenOff)
    #expect(try balance(ledger, "5-2900") == 12_000_000)
    _ = try ledger.recoverLoan(number, 500_000, on: day("2026-06-01"))
    #expect(try balance(ledger, "4-1310") == 500_000)
    #expect(throws: LedgerError.self) { try ledger.repay(number, on: day("2026-06-02")) }
  }
}
