import GRDB
import KSPCore

/// What changes rarely and every posting needs: settings, closed months, products and their terms.
///
/// One is read for many transactions and handed to whoever asks, as are its products: as objects,
/// since a copy of so many parts would cost each posting more than what it looks up in them.
final class Catalog: Sendable {
  final class Product: Sendable {
    let id: Int64
    let product: SavingsProduct
    let type: AccountType
    let controlAccount: AccountID
    let interestExpenseAccount: AccountID
    /// Oldest first, one for each month in which terms begin.
    let terms: [SavingsTerms]
    /// Whether it offers planned savings, or did: only its accounts may hold some.
    let hasPlans: Bool

    init(
      id: Int64, product: SavingsProduct, type: AccountType, controlAccount: AccountID,
      interestExpenseAccount: AccountID, terms: [SavingsTerms], hasPlans: Bool
    ) {
      self.id = id
      self.product = product
      self.type = type
      self.controlAccount = controlAccount
      self.interestExpenseAccount = interestExpenseAccount
      self.terms = terms
      self.hasPlans = hasPlans
    }

    /// The terms in force in a month; before the first ones, the first.
    func terms(in month: BookMonth) -> SavingsTerms {
      terms.last { $0.effectiveFrom <= month } ?? terms[0]
    }

    /// Whether interest that some month up to `month` earned may have had to wait.
    func mayWait(through month: BookMonth) -> Bool {
      terms.contains { $0.effectiveFrom <= month && $0.interest?.crediting.mayWait == true }
        || terms[0].interest?.crediting.mayWait == true
    }

    /// The farthest that an account may go below zero in any month: the limit that the file keeps,
    /// which follows from the terms alone. What a single month allows is checked before each entry.
    var widestOverdraft: Rupiah {
      terms.widestOverdraft
    }
  }

  /// Whether the interest of some product goes by how its holders belong.
  var paysByStanding: Bool {
    products.contains { product in
      product.terms.contains { $0.interest?.tiers.contains { $0.standing != nil } == true }
    }
  }

  let settings: BookSettings
  let lastClosedMonth: BookMonth?
  let roles: [AccountRole: AccountID]
  /// The accounts that serve as the usual cash, or did before another took their place.
  let cashAccounts: [CounterSide.Cash]
  /// The accounts that may not go below zero, or only so far.
  let cash: [AccountID: CashTerms]
  /// Accounts of which a part may be promised to members, or waits for a meeting.
  var promised: Set<AccountID> {
    Set([AccountRole.shuPayable, .shuCurrent, .shuUndistributed].compactMap { roles[$0] })
  }
  /// The cash accounts that are tills; none in a book that keeps no tills.
  let tills: TillAccounts
  /// In the order in which they were added.
  let products: [Product]
  let taxRules: [InterestTaxRule]
  /// All who are or were in office; none in a book that keeps no officers.
  let officers: [Officer]
  /// In the order in which they were added.
  let loanProducts: [LoanProductRecord]

  init(_ db: Database) throws {
    settings = try Catalog.settings(db)
    lastClosedMonth = try Int32.fetchOne(db, sql: "SELECT max(month) FROM closedMonth")
      .map { try BookMonth(ordinal: $0) }
    var roles: [AccountRole: AccountID] = [:]
    let held = "SELECT role, account FROM accountRole WHERE isHeld = 1 ORDER BY role, account DESC"
    for row in try Row.fetchAll(db, sql: held) {
      // Of several accounts with one role, such as tills, the first is the usual one.
      if let role = AccountRole(rawValue: try row.value(0)) {
        roles[role] = AccountID(try row.value(1))
      }
    }
    self.roles = roles
    cashAccounts = try Catalog.cashAccounts(db)
    cash = try CashTerms.all(db)
    tills = try TillAccounts(db)
    products = try Catalog.products(db)
    taxRules = try Catalog.taxRules(db)
    officers = try Officer.all(db)
    loanProducts = try LoanProductTable.all(db)
  }

  /// Whether a month was closed.
  func hasClosed(_ month: BookMonth) -> Bool {
    month >= settings.firstMonth && lastClosedMonth.map { month <= $0 } ?? false
  }

  /// The month that is to be closed next.
  func openMonth() throws(LedgerError) -> BookMonth {
    guard let lastClosedMonth else { return settings.firstMonth }
    return try lastClosedMonth.next()
  }

  /// The day from which a month is looked at: the first month takes what was brought in before.
  func firstDay(of month: BookMonth) -> BookDate {
    month == settings.firstMonth ? .earliest : month.firstDay
  }

  func account(_ role: AccountRole) throws(LedgerError) -> AccountID {
    guard let account = roles[role] else { throw .accountUnknown(role.rawValue) }
    return account
  }

  func product(_ code: ProductCode) throws(LedgerError) -> Product {
    guard let product = products.first(where: { $0.product.code == code }) else {
      throw .productUnknown(code, known: products.map(\.product.code))
    }
    return product
  }

  /// A product of the counter: term deposits have acts of their own, and nobody is sent to them.
  func counterProduct(_ code: ProductCode) throws(LedgerError) -> Product {
    guard let product = products.first(where: { $0.product.code == code }) else {
      throw .productUnknown(code, known: codes { $0 != .berjangka })
    }
    guard product.product.kind != .berjangka else { throw .depositOwnActs(code.text) }
    return product
  }

  /// A product that asks for dues every month.
  func duesProduct(_ code: ProductCode) throws(LedgerError) -> Product {
    try product(code, of: .wajib) { .duesNotWajib(code, known: $0) }
  }

  /// A product of one kind; `unfit` refuses those of others, with the ones that there are.
  func product(
    _ code: ProductCode, of kind: SavingsKind, unfit: ([ProductCode]) -> LedgerError
  ) throws(LedgerError) -> Product {
    let known = codes { $0 == kind }
    guard let product = products.first(where: { $0.product.code == code }) else {
      throw .productUnknown(code, known: known)
    }
    guard product.product.kind == kind else { throw unfit(known) }
    return product
  }

  private func codes(where fits: (SavingsKind) -> Bool) -> [ProductCode] {
    products.map(\.product).filter { fits($0.kind) }.map(\.code)
  }

  func loanProduct(_ code: ProductCode) throws(LedgerError) -> LoanProductRecord {
    guard let product = loanProducts.first(where: { $0.product.code == code }) else {
      throw .loanProductUnknown(code, known: loanProducts.map(\.product.code))
    }
    return product
  }

  /// The savings product with a row number; nil where there is none.
  func savingsProduct(id: Int64) -> Product? { products.first { $0.id == id } }

  func product(id: Int64) throws(LedgerError) -> Product {
    guard let product = savingsProduct(id: id) else {
      throw .productUnknown("#\(id)", known: products.map(\.product.code))
    }
    return product
  }

  /// The rule for somebody in a month; nil before the first rule.
  func taxRule(for payer: TaxPayer, in month: BookMonth) -> InterestTaxRule? {
    taxRules.last { $0.memberKind == payer && $0.effectiveFrom <= month }
  }

  // MARK: - Loading

  private static func cashAccounts(_ db: Database) throws -> [CounterSide.Cash] {
    // The roles come first: reading the accounts first would cost as much as the book has of them.
    let sql = """
      SELECT a.id, a.code FROM accountRole r CROSS JOIN account a ON a.id = r.account
      WHERE r.role = ?
      """
    return try Row.fetchAll(db, sql: sql, arguments: [AccountRole.cash.rawValue]).map { row in
      (AccountID(try row.value(0)), AccountCode(stored: try row.value(1)))
    }
  }

  private static func settings(_ db: Database) throws -> BookSettings {
    let sql = "SELECT firstMonth, utcOffsetSeconds FROM book"
    guard let row = try Row.fetchOne(db, sql: sql) else {
      throw LedgerError.invariantBroken("book without settings")
    }
    return try SettingTable.settings(
      db, firstMonth: BookMonth(ordinal: row.value(0)), utcOffsetSeconds: row.value(1))
  }

  private static func products(_ db: Database) throws -> [Product] {
    let planned = try Set(
      Int64.fetchAll(db, sql: "SELECT DISTINCT product FROM plannedSavingsTerms"))
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.code, p.nameIndonesian, p.nameEnglish, p.kind, p.accountPrefix,
          control.code, expense.code, control.type, p.controlAccount, p.interestExpenseAccount
        FROM savingsProduct p
        JOIN account control ON control.id = p.controlAccount
        JOIN account expense ON expense.id = p.interestExpenseAccount
        ORDER BY p.id
        """)
    return try rows.map { row in
      guard let kind = SavingsKind(rawValue: try row.value(4)),
        let type = AccountType(rawValue: try row.value(8))
      else { throw LedgerError.invariantBroken("product \(try row.value(1) as String)") }
      let product = try SavingsProduct(
        code: row.value(1), name: Phrase(id: row.value(2), en: row.value(3)), kind: kind,
        accountPrefix: row.value(5), controlAccount: AccountCode(stored: row.value(6)),
        interestExpenseAccount: AccountCode(stored: row.value(7)))
      let terms = try SavingsTermsTable.terms(db, product: row.value(0))
      guard !terms.isEmpty else { throw LedgerError.invariantBroken("\(product.code): no terms") }
      return try Product(
        id: row.value(0), product: product, type: type, controlAccount: AccountID(row.value(9)),
        interestExpenseAccount: AccountID(row.value(10)), terms: terms,
        hasPlans: planned.contains(row.value(0)))
    }
  }

  private static func taxRules(_ db: Database) throws -> [InterestTaxRule] {
    let sql = """
      SELECT effectiveFrom, memberKind, article, threshold, rateBillionths, doublesWithoutNumber
      FROM taxRule ORDER BY effectiveFrom, version
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      guard let payer = TaxPayer(rawValue: try row.value(1)),
        let article = TaxArticle(rawValue: try row.value(2))
      else {
        throw LedgerError.invariantBroken("taxRule \(try row.value(1) as String)")
      }
      return try InterestTaxRule(
        effectiveFrom: BookMonth(ordinal: row.value(0)), memberKind: payer, article: article,
        threshold: Rupiah(sen: row.value(3) as Int64), rate: Share(billionths: row.value(4)),
        doublesWithoutNumber: row.value(5))
    }
  }
}
