import GRDB
import KSPCore

/// What month ends have set aside in the allowance accounts, and how that has to change.
struct LoanProvisions {
  /// One allowance account, which products may share.
  struct Change {
    let account, expense: AccountID
    /// What the month ends before left in it, less what was written off.
    let before: Rupiah
    /// What its loans need at the end of the month.
    let required: Rupiah

    func amount() throws(LedgerError) -> Rupiah { try required - before }
  }

  let db: Database
  let month: BookMonth
  let catalog: Catalog

  static func reference(_ account: AccountID, _ month: BookMonth) -> String {
    "penyisihan/\(account.value)/\(month)"
  }

  /// Every allowance account beside what the loans of its products need, `byProduct`.
  func changes(_ byProduct: [ProductCode: Rupiah]) throws -> [Change] {
    var required: [AccountID: (amount: Rupiah, expense: AccountID)] = [:]
    for product in catalog.loanProducts {
      let account = product.accounts.allowance
      let before = required[account]?.amount ?? .zero
      required[account] = (
        try before + (byProduct[product.product.code] ?? .zero),
        product.accounts.allowanceExpense
      )
    }
    return try required.sorted { $0.key < $1.key }.map { account, wanted in
      Change(
        account: account, expense: wanted.expense, before: try held(in: account),
        required: wanted.amount)
    }
  }

  /// What is kept track of in an allowance account, of an entry `e` that may reverse an entry `o`:
  /// what month ends and write-offs booked, and what was brought in for loans that were taken over.
  /// What was booked there for loans that the book does not know one by one is not touched.
  static func isTracked(account: String, day: String) -> String {
    """
    (ifnull(o.kind, e.kind) IN \(EntryKind.sqlList([.provision, .writeOff]))
      OR ifnull(o.kind, e.kind) = \(EntryKind.opening.sql) AND EXISTS
        (SELECT 1 FROM loanStep s JOIN loan l ON l.id = s.loan
         JOIN loanProduct q ON q.id = l.product
         WHERE s.kind = \(Loan.Step.opening.sql) AND s.bookDate <= \(day)
           AND q.allowance = \(account)
           AND NOT EXISTS (SELECT 1 FROM entryStanding
             WHERE id = s.entry AND reversedOn <= \(day))))
    """
  }

  /// What an allowance account holds of it before the month's own change.
  func held(in account: AccountID) throws -> Rupiah {
    let sum = try Int64.fetchOne(
      db,
      sql: """
        SELECT ifnull(sum(p.amount), 0) FROM posting p JOIN entry e ON e.id = p.entry
        LEFT JOIN entry o ON o.id = e.reverses
        WHERE p.account = ?1 AND p.bookDate <= ?2 AND e.reference IS NOT ?3
          AND \(LoanProvisions.isTracked(account: "?1", day: "?2"))
        """,
      arguments: [
        account.value, month.lastDay.dayNumber, LoanProvisions.reference(account, month),
      ])
    return try Rupiah(sen: sum ?? 0).negated()
  }
}
