import GRDB
import KSPCore

/// The tax that interest bears when it is paid before the month end, with all that the member was
/// paid in the month before.
///
/// Value dates of thousands of deposits fall into one month, so what is asked for each payment is
/// kept as long as the month is the same.
final class TaxAtPayment {
  private let session: PostingSession
  private var kept: Month?

  /// What a month asks.
  private struct Month {
    let month: BookMonth
    let reader: InterestTaxReader
    let register: SQLStatement
    /// The interest of a member that stands, in one sum.
    let received: SQLStatement

    func received(by member: Int64) throws -> Rupiah {
      received.bind(Int64(month.ordinal), at: 1)
      received.bind(member, at: 2)
      defer { received.reset() }
      return try received.step() ? Rupiah(sen: received.int64(0)) : .zero
    }
  }

  init(session: PostingSession) { self.session = session }

  /// The tax that a payment has to bear; nil where there is no rule, or nothing is due yet. What it
  /// cannot bear waits for the month end.
  ///
  /// `months` are those in which it was earned; nil for the month of payment.
  func due(
    on gross: Rupiah, earnedIn months: ClosedRange<BookMonth>?, of member: Int64,
    paidOn day: BookDate
  ) throws -> TaxDesk.Settlement? {
    let month = day.month
    let now = try TaxDesk(session: session).parts(
      of: gross, earned: months, paid: month,
      by: session.catalog.settings.interestTax.severalMonths
    ).filter { $0.taxedIn == month }.map(\.gross).sum()
    guard now.isPositive else { return nil }
    let asked = try self.month(month)
    let register = try MemberMonth.member(member, in: month, asked.register)
    guard let rule = session.catalog.taxRule(for: register.payer, in: month) else { return nil }
    let before = try asked.received(by: member).orZero
    let tax = try InterestTax(
      rule: rule, hasTaxNumber: register.hasTaxNumber, grossBefore: before,
      withheldBefore: asked.reader.settled(member), accounts: [now])
    guard tax.withheld.isPositive else { return nil }
    return TaxDesk.Settlement(
      month: month, payer: register.payer, rule: rule,
      rate: rule.rate(hasTaxNumber: register.hasTaxNumber), gross: tax.monthlyGross,
      monthTax: tax.monthlyTax, tax: tax.withheld, withheld: tax.withheld, recovered: .zero,
      postings: [])
  }

  private func month(_ month: BookMonth) throws -> Month {
    if let kept, kept.month == month { return kept }
    let new = Month(
      month: month,
      reader: try InterestTaxReader(
        book: session.db, known: session.db, month: month, catalog: session.catalog,
        isGrowing: true),
      register: try MemberMonth.one(session.db),
      received: try SQLStatement(
        session.db,
        """
        SELECT ifnull(sum(gross), 0) FROM interestPart p
        WHERE taxedIn = ?1 AND \(try InterestTaxReader.own(session.db, in: month))
          AND NOT EXISTS (SELECT 1 FROM entryReversal WHERE entry = p.entry)
        """))
    kept = new
    return new
  }
}
