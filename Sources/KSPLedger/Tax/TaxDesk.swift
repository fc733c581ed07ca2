import GRDB
import KSPCore

/// The desk of the tax on interest: to which month interest belongs, and what is settled outside of
/// month ends.
struct TaxDesk {
  let session: PostingSession

  // MARK: - Parts

  /// Interest by the months in which it was earned, in equal parts of whole rupiah.
  ///
  /// What was earned before the book begins belongs to the month of payment: the book knows nothing
  /// of the member's other interest then.
  ///
  /// - Throws: `interest.monthAhead`.
  func parts(
    of gross: Rupiah, earned months: ClosedRange<BookMonth>?, paid: BookMonth,
    by rule: InterestTaxSettings.Month
  ) throws -> [(earnedIn: BookMonth, taxedIn: BookMonth, gross: Rupiah)] {
    let months = months ?? paid...paid
    guard months.upperBound <= paid else {
      throw LedgerError.interestMonthAhead(months.upperBound, paid: paid)
    }
    var each: [BookMonth] = [months.lowerBound]
    while let last = each.last, last < months.upperBound { each.append(try last.next()) }
    let amounts = try Allocation.divide(
      gross, by: Array(repeating: 1, count: each.count), step: 1)
    let first = session.catalog.settings.firstMonth
    return zip(each, amounts).filter { !$1.isZero }.map { month, amount in
      (month, rule == .earned && month >= first ? month : paid, amount)
    }
  }

  /// The rows of interest that an entry paid.
  func rows(
    _ parts: [(earnedIn: BookMonth, taxedIn: BookMonth, gross: Rupiah)], entry: EntryNumber,
    account: AccountID, member: Int64
  ) -> RowChange {
    .insert(
      "interestPart",
      columns: ["entry", "account", "earnedIn", "member", "taxedIn", "gross"],
      rows: parts.map {
        [
          .integer(entry.value), .integer(account.value), StoredValue($0.earnedIn),
          .integer(member), StoredValue($0.taxedIn), StoredValue($0.gross),
        ]
      })
  }

  // MARK: - Settling

  /// What settling tax outside of a month end comes to.
  struct Settlement {
    let month: BookMonth
    let payer: TaxPayer
    let rule: InterestTaxRule
    let rate: Share
    /// The interest of the month and the tax on it, as they are now.
    let gross, monthTax: Rupiah
    /// By how much the tax changes.
    let tax: Rupiah
    /// What is taken from the member's savings for it; below zero what goes back.
    let withheld: Rupiah
    /// What is taken for earlier claims.
    let recovered: Rupiah
    let postings: [Posting]

    /// What is claimed from the member, or less than before below zero.
    var claimed: Rupiah {
      get throws(LedgerError) { try tax - withheld }
    }
  }

  /// The tax of a running month that somebody who leaves has to bear, with what is claimed from
  /// them of earlier months; nil where there is none.
  ///
  /// It is taken from `accounts` in their order, as far as they hold it.
  func leaving(
    _ member: Int64, in month: BookMonth,
    from accounts: [(account: AccountID, balance: Rupiah)]
  ) throws -> Settlement? {
    let reader = try reader(month)
    let register = try MemberMonth.member(member, in: month, session.db)
    guard let rule = session.catalog.taxRule(for: register.payer, in: month) else { return nil }
    var gross = Rupiah.zero
    for part in try reader.parts(of: member) { try gross += part.gross }
    let tax = try InterestTax(
      rule: rule, hasTaxNumber: register.hasTaxNumber, grossBefore: gross.orZero,
      withheldBefore: reader.settled(member), claim: reader.claim(member), accounts: [],
      funds: accounts.map(\.balance))
    let due = try tax.due
    guard due.isPositive || tax.recovered.isPositive || tax.unrecovered.isPositive else {
      return nil
    }
    return Settlement(
      month: month, payer: register.payer, rule: rule,
      rate: tax.monthlyTax.isPositive
        ? rule.rate(hasTaxNumber: register.hasTaxNumber) : .zero, gross: gross.orZero,
      monthTax: tax.monthlyTax, tax: due, withheld: tax.withheld, recovered: tax.recovered,
      postings: try PostingRules.interestTax(
        TaxTaking(
          taken: [], due: due, claimed: tax.claimed, recovered: tax.recovered),
        payable: session.catalog.account(InterestTaxPass.role(rule.article)),
        receivable: session.catalog.account(.taxReceivable)))
  }

  /// What is claimed from a member now.
  func claim(on member: Int64) throws -> Rupiah {
    try reader(session.catalog.openMonth()).claim(member)
  }

  /// What stays claimed from somebody after a settlement on leaving.
  func unpaid(_ settlement: Settlement, of member: Int64) throws -> Rupiah {
    let claim = try reader(settlement.month).claim(member)
    return try settlement.claimed + (claim - settlement.recovered)
  }

  /// The tax of a closed month, recomputed from what counts for it now and `added`, which is about
  /// to be recorded; nil where nothing changes.
  ///
  /// More tax is taken from `account`, which holds `extra` more than the book says, then from other
  /// savings; what they cannot bear is claimed. Less tax lowers claims, and what is left of it goes
  /// to `account` and is a claim on the state.
  func recomputed(
    _ member: Int64, in month: BookMonth, adding added: Rupiah, account: AccountID,
    extra: Rupiah, on date: BookDate
  ) throws -> Settlement? {
    let reader = try reader(month)
    let register = try MemberMonth.member(member, in: month, session.db)
    guard let rule = session.catalog.taxRule(for: register.payer, in: month) else { return nil }
    let before = try slip(member, month)
    var gross = try posted(member, month) + added
    for part in try reader.parts(of: member, isNow: true) { try gross += part.gross }
    gross = gross.orZero
    let rate = rule.rate(hasTaxNumber: register.hasTaxNumber)
    let tax = try rule.tax(onMonthlyGross: gross, hasTaxNumber: register.hasTaxNumber)
    guard gross != before.gross || tax != before.tax else { return nil }
    let change = try tax - before.tax
    func settlement(_ withheld: Rupiah, _ postings: [Posting]) -> Settlement {
      Settlement(
        month: month, payer: register.payer, rule: rule,
        rate: tax.isPositive ? rate : .zero, gross: gross, monthTax: tax, tax: change,
        withheld: withheld, recovered: .zero, postings: postings)
    }
    guard change.isPositive else {
      let back = try change.negated()
      guard back.isPositive else { return settlement(.zero, []) }
      let given = try givenBack(
        back, claim: self.reader(session.catalog.openMonth()).claim(member),
        from: session.catalog.account(.taxOverpaid), to: account)
      return settlement(given.withheld, given.postings)
    }
    let taken = try taken(
      change, of: member, from: account, holding: extra, under: rule.article, on: date)
    return settlement(taken.withheld, taken.postings)
  }

  /// Too much tax first lowers the `claim` on the member, and goes back to `account` beyond it.
  func givenBack(
    _ back: Rupiah, claim: Rupiah, from overpaid: AccountID, to account: AccountID
  ) throws -> (withheld: Rupiah, postings: [Posting]) {
    let unclaimed = min(back, claim)
    return (
      try (back - unclaimed).negated(),
      try PostingRules.taxReturned(
        back, unclaimed: unclaimed, receivable: session.catalog.account(.taxReceivable),
        overpaid: overpaid, to: account)
    )
  }

  /// More tax is taken from `account`, which holds `extra` more than the book says, then from other
  /// savings; what they cannot bear is claimed.
  func taken(
    _ due: Rupiah, of member: Int64, from account: AccountID, holding extra: Rupiah = .zero,
    under article: TaxArticle, on date: BookDate
  ) throws -> (withheld: Rupiah, postings: [Posting]) {
    var left = due
    var taken: [(account: AccountID, amount: Rupiah)] = []
    for (fund, room) in try funds(of: member, account, extra, on: date) {
      let part = min(left, Rupiah(sen: room.orZero.sen / 100 * 100))
      if part.isPositive { taken.append((fund, part)) }
      left = try left - part
    }
    return (
      try due - left,
      try PostingRules.interestTax(
        TaxTaking(taken: taken, due: due, claimed: left, recovered: .zero),
        payable: session.catalog.account(InterestTaxPass.role(article)),
        receivable: session.catalog.account(.taxReceivable))
    )
  }

  /// Posts and records a settlement; nil where it posts nothing.
  func book(
    _ settlement: Settlement, of member: Int64, _ number: MemberNumber, on day: BookDate,
    note: EntryNote = EntryNote()
  ) throws -> EntryNumber? {
    let voucher =
      settlement.postings.isEmpty
      ? nil
      : try session.post(
        JournalEntry(.taxAdjustment, on: day, postings: settlement.postings, note: note)
      ).number
    try session.record(draft(settlement, of: member, number: number, entry: voucher))
    return voucher
  }

  /// What may be taken on a day: from `account` first, with `extra` that is about to come.
  private func funds(
    of member: Int64, _ account: AccountID, _ extra: Rupiah, on date: BookDate
  ) throws -> [(account: AccountID, amount: Rupiah)] {
    let others = try reader(date.month).funds(of: member, after: [], on: date)
    let own = others.first { $0.account == account }?.amount ?? .zero
    return [(account, try own + extra)] + others.filter { $0.account != account }
  }

  /// The event of a settlement, which `entry` posted.
  func draft(
    _ settlement: Settlement, of member: Int64, number: MemberNumber, entry: EntryNumber?,
    under article: TaxArticle? = nil
  ) throws -> EventDraft {
    let last = try session.statement(
      "SELECT ifnull(max(ordinal), 0) FROM taxSettled WHERE member = ? AND month = ?")
    last.bind(member, at: 1)
    last.bind(Int64(settlement.month.ordinal), at: 2)
    defer { last.reset() }
    let ordinal = try last.step() ? last.int64(0) + 1 : 1
    return EventDraft(
      .taxSettled, number,
      [
        .insert(
          "taxSettled",
          [
            "member": .integer(member), "month": StoredValue(settlement.month),
            "ordinal": .integer(ordinal), "voucher": StoredValue(entry?.value),
            "known": .integer(session.journal.next.value - 1),
            "payer": .text(settlement.payer.rawValue),
            "article": .text((article ?? settlement.rule.article).rawValue),
            "rateBillionths": .integer(settlement.rate.billionths),
            "gross": StoredValue(settlement.gross),
            "monthTax": StoredValue(settlement.monthTax), "tax": StoredValue(settlement.tax),
            "withheld": StoredValue(settlement.withheld),
            "recovered": StoredValue(settlement.recovered),
          ])
      ])
  }

  // MARK: - Reading

  func reader(_ month: BookMonth) throws -> InterestTaxReader {
    try InterestTaxReader(
      book: session.db, known: session.db, month: month, catalog: session.catalog)
  }

  /// The slip of a closed month as it is: its interest and its tax.
  private func slip(
    _ member: Int64, _ month: BookMonth
  ) throws -> (gross: Rupiah, tax: Rupiah) {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT gross, monthTax FROM (
          SELECT gross, tax AS monthTax, 0 AS ordinal FROM withholdingSlip
            WHERE member = ?1 AND month = ?2
          UNION ALL
          SELECT t.gross, t.monthTax, t.ordinal FROM taxSettled t
            JOIN closedMonth c ON c.month = t.month
            WHERE t.member = ?1 AND t.month = ?2 AND t.known > c.lastEntry)
        ORDER BY ordinal DESC LIMIT 1
        """, arguments: [member, month.ordinal])
    guard let row else { return (.zero, .zero) }
    return (Rupiah(sen: try row.value(0) as Int64), Rupiah(sen: try row.value(1) as Int64))
  }

  /// The interest that the month end of a month paid to a member.
  private func posted(_ member: Int64, _ month: BookMonth) throws -> Rupiah {
    let sum = try Int64.fetchOne(
      session.db,
      sql: """
        SELECT ifnull(sum(i.gross), 0) FROM savingsAccount s
        CROSS JOIN savingsInterest i ON i.month = ? AND i.account = s.account
        WHERE s.member = ?
        """, arguments: [month.ordinal, member])
    return Rupiah(sen: sum ?? 0)
  }
}
