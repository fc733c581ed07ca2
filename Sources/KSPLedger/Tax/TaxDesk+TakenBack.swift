import GRDB
import KSPCore

/// The tax of interest that is taken back in the month that it counts for.
extension TaxDesk {
  /// What was withheld of a running month beyond the tax on the interest that stands; nil where
  /// nothing was.
  ///
  /// It first lowers what is claimed from the member, then goes back to `account`.
  func excess(
    of member: Int64, in month: BookMonth, backTo account: @autoclosure () throws -> AccountID
  ) throws -> Settlement? {
    let reader = try reader(month)
    let settled = try reader.settled(member)
    guard settled.isPositive, let now = try standing(member, in: month) else { return nil }
    let back = try settled - now.monthTax
    guard back.isPositive else { return nil }
    let unclaimed = min(back, try reader.claim(member))
    return try now.settlement(
      back.negated(), withheld: (back - unclaimed).negated(),
      PostingRules.taxReturned(
        back, unclaimed: unclaimed, receivable: session.catalog.account(.taxReceivable),
        overpaid: session.catalog.account(InterestTaxPass.role(now.rule.article)), to: account()))
  }

  /// The event of what the mirror image of a voucher gave back of the tax of a running month that
  /// the voucher withheld; nil where it withheld none.
  func mirrored(_ entry: EntryNumber, by reversal: EntryNumber) throws -> EventDraft? {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT t.member, t.month, t.tax, t.withheld, m.number FROM taxSettled t
        JOIN member m ON m.id = t.member WHERE t.voucher = ?
        """, arguments: [entry.value])
    guard let row,
      let now = try standing(row.value(0), in: BookMonth(ordinal: row.value(1)))
    else { return nil }
    let settlement = try now.settlement(
      Rupiah(sen: row.value(2) as Int64).negated(),
      withheld: Rupiah(sen: row.value(3) as Int64).negated())
    return try draft(settlement, of: row.value(0), number: row.value(4), entry: reversal)
  }

  /// A member's running month as it stands.
  private struct Standing {
    let month: BookMonth
    let payer: TaxPayer
    let rule: InterestTaxRule
    let rate: Share
    let gross, monthTax: Rupiah

    func settlement(
      _ tax: Rupiah, withheld: Rupiah, _ postings: [Posting] = []
    ) -> Settlement {
      Settlement(
        month: month, payer: payer, rule: rule, rate: monthTax.isPositive ? rate : .zero,
        gross: gross, monthTax: monthTax, tax: tax, withheld: withheld, recovered: .zero,
        postings: postings)
    }
  }

  private func standing(_ member: Int64, in month: BookMonth) throws -> Standing? {
    let register = try MemberMonth.member(member, in: month, session.db)
    guard let rule = session.catalog.taxRule(for: register.payer, in: month) else { return nil }
    let gross = try reader(month).parts(of: member, isNow: true).map(\.gross).sum().orZero
    return Standing(
      month: month, payer: register.payer, rule: rule,
      rate: rule.rate(hasTaxNumber: register.hasTaxNumber), gross: gross,
      monthTax: try rule.tax(onMonthlyGross: gross, hasTaxNumber: register.hasTaxNumber))
  }
}
