import GRDB
import KSPCore

/// Reads and writes savings products.
enum SavingsProductTable {
  /// A new product with its first terms.
  static func adding(
    _ db: Database, _ product: SavingsProduct, _ terms: SavingsTerms
  ) throws -> EventDraft {
    let control = try account(db, product.controlAccount)
    guard !control.isPostable, [.liability, .equity].contains(control.type) else {
      throw LedgerError.productInvalid(
        Phrase(
          id: "akun kontrol \(product.controlAccount) harus akun induk kewajiban atau ekuitas",
          en: "control account \(product.controlAccount) must be a liability or equity header"))
    }
    let expense = try account(db, product.interestExpenseAccount)
    guard expense.isPostable, expense.type == .expense else {
      throw LedgerError.productInvalid(
        Phrase(
          id: "akun beban jasa \(product.interestExpenseAccount) harus akun beban",
          en: "interest account \(product.interestExpenseAccount) must be an expense account"))
    }
    let id = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM savingsProduct") ?? 0) + 1
    let row = RowChange.insert(
      "savingsProduct",
      [
        "id": .integer(id), "code": StoredValue(product.code),
        "nameIndonesian": .text(product.name.indonesian),
        "nameEnglish": .text(product.name.english), "kind": .text(product.kind.rawValue),
        "accountPrefix": .text(product.accountPrefix), "controlAccount": .integer(control.id),
        "interestExpenseAccount": .integer(expense.id),
      ])
    return EventDraft(
      .savingsProductAdded, product.code,
      [row] + (try SavingsTermsTable.changes(db, product: id, terms)))
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
