import GRDB
import KSPCore

/// What was settled of the tax of a running month, and is not right any more: interest was taken
/// back, or the member became one of another kind.
extension TaxDesk {
  /// Settles again what a running month has settled: under the article that holds now, and no more
  /// than the tax on the interest that stands. What is still to come is left to the month end.
  ///
  /// `account` is where a member gets something back; nil for who has left.
  func settleAgain(
    _ month: BookMonth, on day: BookDate, note: EntryNote,
    account: (MemberNumber) throws -> AccountID?
  ) throws {
    let rows = try Row.fetchAll(
      session.db,
      sql: """
        SELECT t.member, m.number, sum(t.tax), group_concat(DISTINCT t.article) FROM taxSettled t
        JOIN member m ON m.id = t.member WHERE t.month = ? GROUP BY t.member ORDER BY t.member
        """, arguments: [month.ordinal])
    guard !rows.isEmpty else { return }
    // A month may hold interest of thousands of deposits, and nearly all of it is right.
    let (reader, register) = (try reader(month), try MemberMonth.one(session.db))
    for row in rows {
      let (member, settled) = (try row.value(0) as Int64, Rupiah(sen: try row.value(2) as Int64))
      guard let now = try standing(member, in: month, reader, register),
        try row.value(3) as String != now.rule.article.rawValue || settled.isNegative
          || settled > now.monthTax
      else { continue }
      let number: MemberNumber = try row.value(1)
      _ = try session.act(note) {
        try settleAgain(
          member, number, in: month, with: account(number), on: day, note, asking: reader)
      }
    }
  }

  /// The same of one member; what goes back or is taken is on `account`, nothing where it is nil.
  ///
  /// - Returns: The vouchers of it.
  func settleAgain(
    _ member: Int64, _ number: MemberNumber, in month: BookMonth,
    with account: @autoclosure () throws -> AccountID?, on day: BookDate, _ note: EntryNote,
    asking reader: InterestTaxReader? = nil
  ) throws -> [EntryNumber] {
    let reader = try reader ?? self.reader(month)
    guard let now = try standing(member, in: month, reader) else { return [] }
    // Nothing goes back before it was withheld.
    let last = try Int64.fetchOne(
      session.db,
      sql: """
        SELECT max(e.bookDate) FROM taxSettled t JOIN entry e ON e.id = t.voucher
        WHERE t.member = ? AND t.month = ?
        """, arguments: [member, month.ordinal])
    let day = max(day, try last.map { try BookDate(stored: $0) } ?? day)
    var vouchers: [EntryNumber] = []
    for (article, settled) in try settled(member, in: month)
    where article != now.rule.article && !settled.isZero {
      vouchers.append(try move(settled, from: article, member, number, now, on: day, note))
    }
    if let change = try difference(now, of: member, with: account, on: day, reader),
      let voucher = try book(change, of: member, number, on: day, note: note.under(nil))
    {
      vouchers.append(voucher)
    }
    return vouchers
  }

  /// What was settled of a month, article by article.
  private func settled(
    _ member: Int64, in month: BookMonth
  ) throws -> [(article: TaxArticle, tax: Rupiah)] {
    let rows = try Row.fetchAll(
      session.db,
      sql: """
        SELECT article, sum(tax) FROM taxSettled WHERE member = ? AND month = ? GROUP BY article
        """, arguments: [member, month.ordinal])
    return try TaxArticle.ofInterest.compactMap { article in
      try rows.first { try $0.value(0) == article.rawValue }.map {
        (article, Rupiah(sen: try $0.value(1) as Int64))
      }
    }
  }

  /// Owes what was settled under an article under the one that holds now.
  private func move(
    _ settled: Rupiah, from article: TaxArticle, _ member: Int64, _ number: MemberNumber,
    _ now: Standing, on day: BookDate, _ note: EntryNote
  ) throws -> EntryNumber {
    let (from, to) = (
      try session.catalog.account(InterestTaxPass.role(article)),
      try session.catalog.account(InterestTaxPass.role(now.rule.article))
    )
    let back = try settled.negated()
    let voucher = try session.post(
      JournalEntry(
        .taxAdjustment, on: day,
        postings: [Posting(account: from, amount: settled), Posting(account: to, amount: back)],
        note: note.under(nil))
    ).number
    try session.record(
      draft(
        now.settlement(back, withheld: back), of: member, number: number, entry: voucher,
        under: article))
    try session.record(
      draft(now.settlement(settled, withheld: settled), of: member, number: number, entry: voucher))
    return voucher
  }

  /// What was settled beyond the tax on what stands goes back: it first lowers what is claimed from
  /// the member. What went back more than once is taken again. Nil where neither is.
  private func difference(
    _ now: Standing, of member: Int64, with account: () throws -> AccountID?, on day: BookDate,
    _ reader: InterestTaxReader
  ) throws -> Settlement? {
    let settled = try reader.settledSum(member)
    if settled.isNegative {
      guard let account = try account() else { return nil }
      let due = try settled.negated()
      let taken = try taken(due, of: member, from: account, under: now.rule.article, on: day)
      return now.settlement(due, withheld: taken.withheld, taken.postings)
    }
    let back = try settled - now.monthTax
    guard back.isPositive, let account = try account() else { return nil }
    let given = try givenBack(
      back, claim: reader.claim(member),
      from: session.catalog.account(InterestTaxPass.role(now.rule.article)), to: account)
    return try now.settlement(back.negated(), withheld: given.withheld, given.postings)
  }

  /// The event of what the mirror image of a voucher gave back of the tax of a running month that
  /// the voucher withheld; nil where it withheld none.
  func mirrored(_ entry: EntryNumber, by reversal: EntryNumber) throws -> EventDraft? {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT t.member, t.month, t.tax, t.withheld, m.number, t.article FROM taxSettled t
        JOIN member m ON m.id = t.member WHERE t.voucher = ?
        """, arguments: [entry.value])
    guard let row else { return nil }
    let month = try BookMonth(ordinal: row.value(1))
    guard let now = try standing(row.value(0), in: month, reader(month)) else { return nil }
    let settlement = try now.settlement(
      Rupiah(sen: row.value(2) as Int64).negated(),
      withheld: Rupiah(sen: row.value(3) as Int64).negated())
    return try draft(
      settlement, of: row.value(0), number: row.value(4), entry: reversal,
      under: TaxArticle(rawValue: row.value(5)))
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

  private func standing(
    _ member: Int64, in month: BookMonth, _ reader: InterestTaxReader,
    _ register: SQLStatement? = nil
  ) throws -> Standing? {
    let register = try MemberMonth.member(
      member, in: month, register ?? MemberMonth.one(session.db))
    guard let rule = session.catalog.taxRule(for: register.payer, in: month) else { return nil }
    let gross = try reader.parts(of: member, isNow: true).map(\.gross).sum().orZero
    return Standing(
      month: month, payer: register.payer, rule: rule,
      rate: rule.rate(hasTaxNumber: register.hasTaxNumber), gross: gross,
      monthTax: try rule.tax(onMonthlyGross: gross, hasTaxNumber: register.hasTaxNumber))
  }
}
