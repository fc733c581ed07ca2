import GRDB
import KSPCore

/// Recomputes one account's interest and its member's tax, and sets them beside what was posted.
struct InterestExplainer {
  private let db: Database
  private let month: BookMonth
  private let catalog: Catalog
  private let reader: InterestReader

  init(_ db: Database, month: BookMonth, catalog: Catalog) throws {
    self.db = db
    self.month = month
    self.catalog = catalog
    reader = try InterestReader(db, month: month, catalog: catalog)
  }

  func explain(_ code: AccountCode) throws -> InterestExplanation {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.id, m.id, m.number, m.name, m.kind, s.product
        FROM account a JOIN savingsAccount s ON s.account = a.id
        JOIN member m ON m.id = s.member WHERE a.code = ?
        """, arguments: [code.text])
    guard let row else { throw LedgerError.accountUnknown(code.text) }
    let product = try catalog.product(id: row.value(5))
    let account = AccountID(try row.value(0))
    let earning = try memberInterest(row.value(1))
    let own = earning.first { $0.account == account }
    let paying = earning.filter { $0.working.gross.isPositive }
    var memberTax: InterestExplanation.MemberTax?
    let kind = Member.Kind(rawValue: try row.value(4)) ?? .individual
    if let index = paying.firstIndex(where: { $0.account == account }),
      let (rule, tax) = try reader.tax(member: row.value(1), kind: kind, on: paying)
    {
      memberTax = InterestExplanation.MemberTax(
        rule: rule, monthlyGross: tax.monthlyGross, monthlyTax: tax.monthlyTax,
        withheldBefore: tax.withheldBefore, accountTax: tax.perAccount[index])
    }
    return try InterestExplanation(
      heading: AccountStatement.Heading(
        account: code, title: product.product.name, normalSide: product.type.normalSide,
        memberNumber: row.value(2), memberName: row.value(3)),
      month: month, working: own?.working, tax: memberTax, posted: posted(account),
      isMonthClosed: catalog.lastClosedMonth.map { month <= $0 } ?? false)
  }

  /// The interest of all of a member's accounts that were open at the end of the month.
  private func memberInterest(_ member: Int64) throws -> [InterestReader.AccountInterest] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.account, s.product FROM savingsAccount s JOIN account a ON a.id = s.account
        WHERE s.member = ? AND (a.closedOn IS NULL OR a.closedOn > ?)
        ORDER BY s.product, s.ordinal
        """, arguments: [member, month.lastDay.dayNumber]
    ).compactMap { row in
      guard let product = reader.payingProduct(try row.value(1)) else { return nil }
      return try reader.interest(of: AccountID(row.value(0)), product: product)
    }
  }

  private func posted(_ account: AccountID) throws -> InterestExplanation.Posted? {
    try Row.fetchOne(
      db, sql: "SELECT entry, gross, tax FROM savingsInterest WHERE month = ? AND account = ?",
      arguments: [month.ordinal, account.value]
    ).map { row in
      try InterestExplanation.Posted(
        entry: EntryNumber(row.value(0)), gross: Rupiah(sen: row.value(1) as Int64),
        tax: Rupiah(sen: row.value(2) as Int64))
    }
  }
}
