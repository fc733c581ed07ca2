import GRDB
public import KSPCore

extension Ledger {
  /// What every account of a savings product holds on a day, one after the other, in flat memory.
  ///
  /// - Parameters:
  ///   - product: The product's code.
  ///   - date: The day; its end counts.
  ///   - body: Gets each account that was opened, by member and then as they were opened.
  /// - Throws: `product.unknown`, and what `body` throws.
  public func balances(
    of product: ProductCode, on date: BookDate, _ body: (SavingsBalance) throws -> Void
  ) throws {
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let known = try catalog(db).product(product)
        let accounts = try SQLStatement(
          db,
          """
          WITH \(HeldBalances.later(than: date))
          SELECT a.code, m.number, m.name, \(HeldBalances.balance), a.closedOn
          FROM savingsAccount s
          JOIN member m ON m.id = s.member
          JOIN account a ON a.id = s.account
          \(HeldBalances.join("s.account"))
          WHERE s.product = ? ORDER BY s.member, s.ordinal
          """, isShared: false)
        accounts.bind(known.id, at: 1)
        while try accounts.step() {
          let balance = SavingsBalance(
            account: AccountCode(stored: accounts.text(0) ?? ""), member: accounts.number(1) ?? "",
            memberName: accounts.text(2) ?? "",
            balance: try Rupiah(sen: accounts.int64(3)).negated(),
            closedOn: try accounts.optionalInt64(4).map { try BookDate(stored: $0) })
          try error.noting { try body(balance) }
        }
      }
    }
  }
}
