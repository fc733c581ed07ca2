import GRDB

extension Database {
  /// The code of an account; nil where there is no such row.
  func code(of account: AccountID) throws -> String? {
    try String.fetchOne(
      cachedStatement(sql: "SELECT code FROM account WHERE id = ?"), arguments: [account.value])
  }
}
