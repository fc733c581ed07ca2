package import KSPCore
package import KSPLedger
package import KSPTestSupport

/// A book with two members, money in the till, and shorthands for loans.
package struct LoanBook {
  package let folder: TestFolder
  package let ledger: Ledger

  package init(_ folder: TestFolder? = nil, members: [MemberNumber] = ["0001", "0002"]) throws {
    let folder = try folder ?? TestFolder()
    self.folder = folder
    ledger = try makeBook(folder)
    for member in members { try ledger.join(member) }
    _ = try ledger.post(
      ManualEntry(
        on: day("2026-01-02"),
        legs: [
          .init(account: AccountCode("1-1000"), amount: 500_000_000),
          .init(account: AccountCode("3-1300"), amount: -500_000_000),
        ]))
  }

  /// Lends in one step and gives the loan's number.
  package func lend(
    _ product: ProductCode = "menurun", _ amount: Rupiah = 12_000_000,
    to member: MemberNumber = "0001",
    count: Int? = nil, on date: String = "2026-01-15", collaterals: [Collateral] = []
  ) throws -> LoanNumber {
    try ledger.disburse(
      LoanApplication(
        member: member, product: product, amount: amount, count: count, date: day(date),
        collaterals: collaterals)
    ).loan.number
  }

  /// Gives a product of the standard ones other terms from the first month on.
  package func change(_ product: ProductCode, _ edit: (inout LoanTerms) throws -> Void) throws {
    guard var terms = try ledger.loanTerms(of: product).last else { return }
    try edit(&terms)
    try ledger.setLoanTerms(of: product, terms)
  }

  package func balance(_ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @discardableResult
  package func monthEnd(_ text: String) throws -> MonthEndReport {
    let month = try month(text)
    let preview = try ledger.previewMonthEnd(month)
    let report = try ledger.runMonthEnd(month)
    let isSame =
      preview.loans == report.loans
      && preview.provisions.map(\.change) == report.provisions.map(\.change)
    guard isSame else { throw PreviewDiffers() }
    return report
  }

  package struct PreviewDiffers: Error {}
}
