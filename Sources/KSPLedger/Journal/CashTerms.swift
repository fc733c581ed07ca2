import GRDB
import KSPCore

/// How far an account with cash or money in a bank may go below zero.
struct CashTerms: Sendable {
  let code: AccountCode
  /// What its balance may be at the end of a day, debit-positive.
  let lowest: Rupiah
  /// Whether going below is pointed out instead of refused: a bank without an agreed limit.
  let onlyWarns: Bool

  /// What holds cash and is no bank: tills by their role also where they are not marked. Cash is
  /// found without looking at the accounts of all members.
  static let cashAccounts = """
    SELECT id FROM account INDEXED BY accountCash
    WHERE isCash = 1 AND isBank = 0 AND isPostable = 1
    UNION SELECT a.id FROM accountRole r JOIN account a ON a.id = r.account
    WHERE r.role IN ('\(AccountRole.cash.rawValue)', '\(AccountRole.till.rawValue)')
      AND r.isHeld = 1 AND a.isPostable = 1
    """

  /// The accounts that have a limit: cash, tills and banks that may not be negative.
  static func all(_ db: Database) throws -> [AccountID: CashTerms] {
    var terms: [AccountID: CashTerms] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, code, isBank, agreedLimit FROM account
        WHERE isCash = 1 AND isPostable = 1 AND mayBeNegative = 0
        UNION
        SELECT id, code, isBank, agreedLimit FROM account
        WHERE isPostable = 1 AND mayBeNegative = 0 AND id IN
          (SELECT account FROM accountRole WHERE role IN (?, ?) AND isHeld = 1)
        """, arguments: [AccountRole.cash.rawValue, AccountRole.till.rawValue])
    for row in rows {
      let limit = try Rupiah(sen: row.value(3) as Int64)
      let isBank: Bool = try row.value(2)
      terms[AccountID(try row.value(0))] = CashTerms(
        code: AccountCode(stored: try row.value(1)), lowest: try limit.negated(),
        onlyWarns: isBank && limit.isZero)
    }
    return terms
  }
}
