import GRDB
import KSPCore

/// What changes rarely and every posting needs: settings, closed months, products and their terms.
struct Catalog: Sendable {
  struct Product: Sendable {
    let id: Int64
    let product: SavingsProduct
    let type: AccountType
    let controlAccount: AccountID
    let interestExpenseAccount: AccountID
    /// Oldest first, one for each month in which terms begin.
    let terms: [SavingsTerms]

    /// The terms in force in a month; before the first ones, the first.
    func terms(in month: BookMonth) -> SavingsTerms {
      terms.last { $0.effectiveFrom <= month } ?? terms[0]
    }

    /// The farthest that an account may go below zero in a month or in any later one: the limit
    /// that the file keeps. What a single month allows is checked before each entry.
    func widestOverdraft(from month: BookMonth) -> Rupiah {
      terms.filter { $0.effectiveFrom > month }.map(\.overdraftLimit)
        .reduce(terms(in: month).overdraftLimit) { max($0, $1) }
    }
  }

  let settings: BookSettings
  let lastClosedMonth: BookMonth?
  let roles: [AccountRole: AccountID]
  /// In the order in which they were added.
  let products: [Product]
  let taxRules: [InterestTaxRule]
  /// In the order in which they were added.
  let loanProducts: [LoanProductRecord]

  init(_ db: Database) throws {
    settings = try Catalog.settings(db)
    lastClosedMonth = try Int32.fetchOne(db, sql: "SELECT max(month) FROM closedMonth")
      .map { try BookMonth(ordinal: $0) }
    var roles: [AccountRole: AccountID] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT role, id FROM account WHERE role IS NOT NULL") {
      if let role = AccountRole(rawValue: row[0]) { roles[role] = AccountID(row[1]) }
    }
    self.roles = roles
    products = try Catalog.products(db)
    taxRules = try Catalog.taxRules(db)
    loanProducts = try LoanProductTable.all(db)
  }

  /// The month that is to be closed next.
  func openMonth() throws(LedgerError) -> BookMonth {
    guard let lastClosedMonth else { return settings.firstMonth }
    return try lastClosedMonth.next()
  }

  func account(_ role: AccountRole) throws(LedgerError) -> AccountID {
    guard let account = roles[role] else { throw .accountUnknown(role.rawValue) }
    return account
  }

  func product(_ code: String) throws(LedgerError) -> Product {
    guard let product = products.first(where: { $0.product.code == code }) else {
      throw .productUnknown(code, known: products.map(\.product.code))
    }
    return product
  }

  func loanProduct(_ code: String) throws(LedgerError) -> LoanProductRecord {
    guard let product = loanProducts.first(where: { $0.product.code == code }) else {
      throw .loanProductUnknown(code, known: loanProducts.map(\.product.code))
    }
    return product
  }

  /// The rule for a kind of member in a month; nil before the first rule.
  func taxRule(for kind: Member.Kind, in month: BookMonth) -> InterestTaxRule? {
    taxRules.last { $0.memberKind == kind && $0.effectiveFrom <= month }
  }

  // MARK: - Loading

  private static func settings(_ db: Database) throws -> BookSettings {
    let sql = "SELECT name, legalNumber, address, firstMonth, utcOffsetSeconds FROM book"
    guard let row = try Row.fetchOne(db, sql: sql) else {
      throw LedgerError.invariantBroken("book without settings")
    }
    return BookSettings(
      name: row[0], legalNumber: row[1], address: row[2],
      firstMonth: try BookMonth(ordinal: row[3]), utcOffsetSeconds: row[4])
  }

  private static func products(_ db: Database) throws -> [Product] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.code, p.nameIndonesian, p.nameEnglish, p.kind, p.accountPrefix,
          control.code, expense.code, control.type, p.controlAccount, p.interestExpenseAccount
        FROM product p
        JOIN account control ON control.id = p.controlAccount
        JOIN account expense ON expense.id = p.interestExpenseAccount
        ORDER BY p.id
        """)
    return try rows.map { row in
      guard let kind = SavingsKind(rawValue: row[4]), let type = AccountType(rawValue: row[8])
      else { throw LedgerError.invariantBroken("product \(row[1] as String)") }
      let product = SavingsProduct(
        code: row[1], name: Phrase(row[2], row[3]), kind: kind, accountPrefix: row[5],
        controlAccount: AccountCode(stored: row[6]),
        interestExpenseAccount: AccountCode(stored: row[7]))
      let terms = try TermsTable.terms(db, product: row[0])
      guard !terms.isEmpty else { throw LedgerError.invariantBroken("\(product.code): no terms") }
      return Product(
        id: row[0], product: product, type: type, controlAccount: AccountID(row[9]),
        interestExpenseAccount: AccountID(row[10]), terms: terms)
    }
  }

  private static func taxRules(_ db: Database) throws -> [InterestTaxRule] {
    let sql = """
      SELECT effectiveFrom, memberKind, threshold, rateBillionths FROM taxRule
      ORDER BY effectiveFrom
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      guard let kind = Member.Kind(rawValue: row[1]) else {
        throw LedgerError.invariantBroken("taxRule \(row[1] as String)")
      }
      return InterestTaxRule(
        effectiveFrom: try BookMonth(ordinal: row[0]), memberKind: kind,
        threshold: Rupiah(sen: row[2] as Int64), rateBillionths: row[3])
    }
  }
}
