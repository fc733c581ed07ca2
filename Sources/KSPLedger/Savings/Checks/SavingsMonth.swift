import GRDB
import KSPCore

/// What the end of a month owes every member on their savings, computed from the journal and from
/// what was known when the month was closed.
///
/// Verify holds the evidence against it, and a rebuilt book takes lost evidence from it. Members
/// come one at a time, so memory does not grow with their number.
struct SavingsMonth {
  /// The interest and the tax of one member's month.
  struct MemberInterest {
    let member: Int64
    let number: String
    let kind: Member.Kind
    /// The accounts that earned something, with the tax that each bears.
    let accounts: [Earned]
    /// The interest of the month that the slip names, with what had been paid before.
    let monthlyGross: Rupiah
    let withheld: Rupiah
  }

  struct Earned {
    let code: String
    let interest: InterestReader.AccountInterest
    let tax: Rupiah

    /// What the month end keeps of it, in the order of the table, without month and voucher.
    var evidence: [StoredValue] {
      let run = interest.working.runs.last
      return [
        StoredValue(interest.opening), StoredValue(interest.closing),
        StoredValue(interest.working.runs.reduce(0) { $0 + $1.days }),
        .integer(run?.rate.billionths ?? 0),
        .text(run?.rate.basis.rawValue ?? Rate.Basis.year.rawValue),
        StoredValue(interest.working.gross), StoredValue(tax),
      ]
    }
  }

  let month: BookMonth
  let catalog: Catalog
  private let known: Database
  private let reader: InterestReader
  private let targets: SQLStatement

  /// Reads the journal of `book`; `known` holds the tables of state as they stood when the month
  /// was closed: owners, closures, terms and tax rules count as they were recorded before that
  /// event, not as they are now.
  init(_ book: Database, known: Database, month: BookMonth) throws {
    self.month = month
    self.known = known
    catalog = try Catalog(known)
    reader = try InterestReader(book, month: month, catalog: catalog)
    targets = try SQLStatement(
      known,
      "SELECT account FROM savingsAccount WHERE member = ? AND product = ? ORDER BY ordinal")
  }

  /// Hands over every member who earned interest.
  func run(_ body: (MemberInterest) throws -> Void) throws {
    let accounts = try SQLStatement(
      known,
      """
      SELECT s.member, s.account, s.product, m.kind, m.number, a.code
      FROM savingsAccount s JOIN member m ON m.id = s.member JOIN account a ON a.id = s.account
      WHERE s.product IN (\(reader.payingProducts)) AND (a.closedOn IS NULL OR a.closedOn > ?)
      ORDER BY s.member, s.product, s.ordinal
      """, isShared: false)
    accounts.bind(Int64(month.lastDay.dayNumber), at: 1)
    var member: (id: Int64, number: String, kind: Member.Kind)?
    var earned: [(code: String, interest: InterestReader.AccountInterest)] = []
    while try accounts.step() {
      if let before = member, before.id != accounts.int64(0) {
        try settle(before, earned, body)
        earned.removeAll(keepingCapacity: true)
        member = nil
      }
      if member == nil {
        member = (
          accounts.int64(0), accounts.text(4) ?? "",
          Member.Kind(rawValue: accounts.text(3) ?? "") ?? .individual
        )
      }
      guard let product = reader.payingProduct(accounts.int64(2)),
        let interest = try reader.interest(
          of: AccountID(accounts.int64(1)), product: product),
        interest.working.gross.isPositive
      else { continue }
      earned.append((accounts.text(5) ?? "", interest))
    }
    if let member { try settle(member, earned, body) }
  }

  private func settle(
    _ member: (id: Int64, number: String, kind: Member.Kind),
    _ earned: [(code: String, interest: InterestReader.AccountInterest)],
    _ body: (MemberInterest) throws -> Void
  ) throws {
    guard !earned.isEmpty else { return }
    let tax = try reader.tax(
      member: member.id, kind: member.kind, on: earned.map(\.interest))?.tax
    var gross = Rupiah.zero
    var withheld = Rupiah.zero
    for (index, earned) in earned.enumerated() {
      try gross += earned.interest.working.gross
      try withheld += tax?.perAccount[index] ?? .zero
    }
    try body(
      MemberInterest(
        member: member.id, number: member.number, kind: member.kind,
        accounts: earned.enumerated().map { index, earned in
          Earned(
            code: earned.code, interest: earned.interest, tax: tax?.perAccount[index] ?? .zero)
        }, monthlyGross: tax?.monthlyGross ?? gross, withheld: withheld))
  }

  /// The account that the interest of one was credited to; nil where the member has none.
  func target(of earned: Earned, _ member: MemberInterest) throws -> Int64? {
    let product = catalog.products[earned.interest.product]
    guard let code = product.terms(in: month).interestCreditedTo else {
      return earned.interest.account.value
    }
    targets.bind(member.member, at: 1)
    targets.bind(try catalog.product(code).id, at: 2)
    defer { targets.reset() }
    return try targets.step() ? targets.int64(0) : nil
  }

  /// The reference of the voucher of a product's month.
  func reference(of product: Int) -> String {
    "jasa/\(catalog.products[product].product.code)/\(month)"
  }
}
