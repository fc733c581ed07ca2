import GRDB
import KSPCore

/// Reads and writes savings products.
enum SavingsProductTable {
  static func insert(
    _ db: Database, _ product: SavingsProduct, _ terms: SavingsTerms, recordedAt: Timestamp,
    recordedBy: String?
  ) throws {
    let control = try account(db, product.controlAccount)
    guard !control.isPostable, [.liability, .equity].contains(control.type) else {
      throw LedgerError.productInvalid(
        Phrase(
          "akun kontrol \(product.controlAccount) harus akun induk kewajiban atau ekuitas",
          "control account \(product.controlAccount) must be a liability or equity header"))
    }
    let expense = try account(db, product.interestExpenseAccount)
    guard expense.isPostable, expense.type == .expense else {
      throw LedgerError.productInvalid(
        Phrase(
          "akun beban jasa \(product.interestExpenseAccount) harus akun beban",
          "interest account \(product.interestExpenseAccount) must be an expense account"))
    }
    try db.execute(
      sql: """
        INSERT INTO product (code, nameIndonesian, nameEnglish, kind, accountPrefix,
          controlAccount, interestExpenseAccount) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        product.code, product.name.indonesian, product.name.english, product.kind.rawValue,
        product.accountPrefix, control.id, expense.id,
      ])
    try SavingsTermsTable.insert(
      db, product: db.lastInsertedRowID, terms, recordedAt: recordedAt, recordedBy: recordedBy)
  }

  private static func account(
    _ db: Database, _ code: AccountCode
  ) throws -> (id: Int64, type: AccountType, isPostable: Bool) {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, type, isPostable FROM account WHERE code = ?", arguments: [code.text])
    guard let row, let type = AccountType(rawValue: try row.value(1)) else {
      throw LedgerError.accountUnknown(code.text)
    }
    return (try row.value(0), type, try row.value(2))
  }
}
