import GRDB
import KSPCore

/// Computes the tax of a member's month from the rules and from what was paid before.
struct InterestTaxReader {
  private let month: BookMonth
  private let catalog: Catalog
  private let interestBefore: SQLStatement
  private let hasInterestBefore: Bool

  init(_ db: Database, month: BookMonth, catalog: Catalog) throws {
    self.month = month
    self.catalog = catalog
    let elsewhere = EntryKind.sqlList(.interestElsewhere)
    interestBefore = try SQLStatement(
      db,
      """
      SELECT ifnull(sum(p.amount), 0)
      FROM savingsAccount s
      JOIN posting p ON p.account = s.account AND p.bookDate BETWEEN ? AND ?
      JOIN entryStanding e ON e.id = p.entry
      WHERE s.member = ? AND e.kind IN \(elsewhere)
        AND (e.reversedBy IS NULL OR e.reversedBy
          > ifnull((SELECT lastEntry FROM closedMonth WHERE month = ?), e.reversedBy))
      """)
    hasInterestBefore =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS
            (SELECT 1 FROM entry WHERE bookDate BETWEEN ? AND ? AND kind IN \(elsewhere))
          """, arguments: [month.firstDay.dayNumber, month.lastDay.dayNumber]) ?? false
  }

  /// Interest that reached the member in the month otherwise, for example by an import.
  private func interestBefore(member: Int64) throws -> Rupiah {
    guard hasInterestBefore else { return .zero }
    interestBefore.bind(Int64(month.firstDay.dayNumber), at: 1)
    interestBefore.bind(Int64(month.lastDay.dayNumber), at: 2)
    interestBefore.bind(member, at: 3)
    // What was reversed after the month was closed had been taxed in it.
    interestBefore.bind(Int64(month.ordinal), at: 4)
    defer { interestBefore.reset() }
    return try interestBefore.step() ? Rupiah(sen: interestBefore.int64(0)).negated() : .zero
  }

  /// The tax on what a month end pays a member; nil without a rule in force.
  func tax(
    member: Int64, kind: Member.Kind, on paid: [Rupiah]
  ) throws -> (rule: InterestTaxRule, tax: InterestTax)? {
    guard let rule = catalog.taxRule(for: kind, in: month) else { return nil }
    let tax = try InterestTax(
      rule: rule, grossBefore: try interestBefore(member: member).orZero, accounts: paid)
    return (rule, tax)
  }
}
