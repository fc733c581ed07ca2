import GRDB
import KSPCore

/// Computes the tax of a member's month from the rules, from every source of interest, and from
/// what was settled before.
///
/// `book` holds the journal and the evidence, `known` what the chain said: the same book, or for a
/// proof what was known when the month was closed.
struct InterestTaxReader {
  private let month: BookMonth
  private let catalog: Catalog
  private let parts: SQLStatement
  private let reversal: SQLStatement
  private let settled: SQLStatement
  private let claims: SQLStatement
  private let claimed: SQLStatement
  private let ended: SQLStatement
  private let accounts: SQLStatement
  private let held: SQLStatement
  /// The last voucher that counts, and the last that its own month end wrote before.
  private let lastEntry: Int64
  /// What the book has none of need not be looked for member by member.
  private let has: (parts: Bool, settled: Bool, claims: Bool, ended: Bool)

  /// `isGrowing` says that the book is posted to while the reader is asked, so that what it has
  /// none of now may come.
  init(
    book: Database, known: Database, month: BookMonth, catalog: Catalog, isGrowing: Bool = false
  ) throws {
    self.month = month
    self.catalog = catalog
    lastEntry =
      try Int64.fetchOne(
        book, sql: "SELECT lastEntry FROM closedMonth WHERE month = ?",
        arguments: [month.ordinal]) ?? .max
    parts = try SQLStatement(
      known,
      """
      SELECT entry, account, earnedIn, gross FROM interestPart
      WHERE taxedIn = ?1 AND entry <= ?3 AND \(try Self.own(known, in: month))
      ORDER BY entry, account, earnedIn
      """)
    reversal = try SQLStatement(book, "SELECT reversedBy FROM entryStanding WHERE id = ?")
    settled = try SQLStatement(
      known,
      """
      SELECT ifnull(sum(tax), 0) FROM taxSettled WHERE member = ?1 AND month = ?2 AND known <= ?3
      """)
    claims = try SQLStatement(
      book, "SELECT ifnull(sum(claim), 0) FROM withholdingSlip WHERE member = ?1 AND month < ?2")
    claimed = try SQLStatement(
      known,
      """
      SELECT ifnull(sum(tax - withheld - recovered), 0) FROM taxSettled
      WHERE member = ?1 AND known <= ?2
      """)
    ended = try SQLStatement(
      known, "SELECT entry, amount FROM taxClaim WHERE member = ?1 AND entry <= ?2")
    accounts = try SQLStatement(
      known,
      """
      SELECT s.account, s.product FROM savingsAccount s JOIN account a ON a.id = s.account
      WHERE s.member = ?1 AND (a.closedOn IS NULL OR a.closedOn > ?2)
      ORDER BY s.product, s.ordinal
      """)
    // A month end does not see what it writes itself.
    held = try SQLStatement(
      book,
      """
      SELECT bookDate, amount FROM posting WHERE account = ?1 AND entry <= ?2
        AND entry NOT IN (SELECT id FROM entry WHERE bookDate = ?3
          AND kind IN \(EntryKind.sqlList(.byMonthEnd)))
      ORDER BY bookDate, entry, line
      """)
    let ordinal = month.ordinal
    has = (
      try isGrowing || known.hasRow("interestPart WHERE taxedIn = \(ordinal)"),
      try isGrowing || known.hasRow("taxSettled"),
      try isGrowing
        || book.hasRow(
          "withholdingSlip INDEXED BY withholdingSlipClaim WHERE claim <> 0 AND month < \(ordinal)"
        ),
      try isGrowing || known.hasRow("taxClaim")
    )
  }

  /// Whose interest counts for the member `?2`: their own, and that of a number under which they
  /// had been entered as well, from the month of the merger on.
  static func own(_ db: Database, in month: BookMonth) throws -> String {
    guard try db.hasRow("memberMerge") else { return "member = ?2" }
    let merged = "g.mergedOn <= \(month.lastDay.dayNumber)"
    return """
      NOT EXISTS (SELECT 1 FROM memberMerge g WHERE g.member = ?2 AND \(merged))
        AND member IN (WITH RECURSIVE own (id) AS (SELECT ?2 UNION
          SELECT g.member FROM memberMerge g JOIN own ON own.id = g.survivor WHERE \(merged))
          SELECT id FROM own)
      """
  }

  // MARK: - What there was before

  /// Interest that reached the member otherwise, for example by an import.
  ///
  /// What was reversed after the month was closed had been taxed in it, and still counts unless
  /// `isNow` asks for what stands today.
  func parts(of member: Int64, isNow: Bool = false) throws -> [InterestPart] {
    guard has.parts else { return [] }
    parts.bind(Int64(month.ordinal), at: 1)
    parts.bind(member, at: 2)
    parts.bind(isNow ? .max : lastEntry, at: 3)
    defer { parts.reset() }
    var found: [InterestPart] = []
    while try parts.step() {
      guard try stands(parts.int64(0), isNow: isNow) else { continue }
      found.append(
        InterestPart(
          entry: EntryNumber(parts.int64(0)), account: AccountID(parts.int64(1)),
          earnedIn: try BookMonth(ordinal: Int32(clamping: parts.int64(2))),
          gross: Rupiah(sen: parts.int64(3))))
    }
    return found
  }

  private func stands(_ entry: Int64, isNow: Bool) throws -> Bool {
    reversal.bind(entry, at: 1)
    defer { reversal.reset() }
    guard try reversal.step(), let by = reversal.optionalInt64(0) else { return true }
    return !isNow && by > lastEntry
  }

  /// The tax of the month that was settled before its month end.
  func settled(_ member: Int64) throws -> Rupiah { try settledSum(member).orZero }

  /// The same, below zero where more went back than was settled.
  func settledSum(_ member: Int64) throws -> Rupiah {
    guard has.settled else { return .zero }
    settled.bind(member, at: 1)
    settled.bind(Int64(month.ordinal), at: 2)
    settled.bind(lastEntry, at: 3)
    defer { settled.reset() }
    return try settled.step() ? Rupiah(sen: settled.int64(0)) : .zero
  }

  /// What is claimed from the member for tax of earlier months.
  func claim(_ member: Int64) throws -> Rupiah {
    var claim = Rupiah.zero
    if has.claims {
      claims.bind(member, at: 1)
      claims.bind(Int64(month.ordinal), at: 2)
      defer { claims.reset() }
      if try claims.step() { try claim += Rupiah(sen: claims.int64(0)) }
    }
    if has.settled {
      claimed.bind(member, at: 1)
      claimed.bind(lastEntry, at: 2)
      defer { claimed.reset() }
      if try claimed.step() { try claim += Rupiah(sen: claimed.int64(0)) }
    }
    guard has.ended else { return claim.orZero }
    ended.bind(member, at: 1)
    ended.bind(lastEntry, at: 2)
    defer { ended.reset() }
    // What was paid or forgiven and taken back is claimed again.
    while try ended.step() {
      guard try stands(ended.int64(0), isNow: lastEntry == .max) else { continue }
      claim = try claim - Rupiah(sen: ended.int64(1))
    }
    return claim.orZero
  }

  // MARK: - What may be taken

  /// The savings that tax may be taken from on a day, and how much: those that received `parts`
  /// first, then the others. Never pokok and wajib, nor what the member could not withdraw that
  /// day; and no more than what stays there on every later day.
  func funds(
    of member: Int64, after parts: [InterestPart], on day: BookDate
  ) throws -> [(account: AccountID, amount: Rupiah)] {
    accounts.bind(member, at: 1)
    accounts.bind(Int64(day.dayNumber), at: 2)
    defer { accounts.reset() }
    var found: [(account: AccountID, amount: Rupiah)] = []
    while try accounts.step() {
      let id = accounts.int64(1)
      guard let product = catalog.savingsProduct(id: id),
        product.product.kind == .sukarela
      else { continue }
      let terms = product.terms(in: day.month)
      guard terms.isWithdrawable, terms.isWindowOpen(on: day) else { continue }
      let account = AccountID(accounts.int64(0))
      let least = catalog.settings.interestTax.takesBelowMinimum ? .zero : terms.minimumBalance
      let room = try lowest(account, from: day) - least
      if room.isPositive { found.append((account, room)) }
    }
    let first = parts.map(\.account)
    return found.filter { first.contains($0.account) }
      + found.filter { !first.contains($0.account) }
  }

  /// The least that an account holds at the end of a day and at any moment after it.
  private func lowest(_ account: AccountID, from day: BookDate) throws -> Rupiah {
    held.bind(account.value, at: 1)
    held.bind(lastEntry, at: 2)
    held.bind(Int64(month.lastDay.dayNumber), at: 3)
    defer { held.reset() }
    var running = Rupiah.zero
    var lowest: Rupiah?
    while try held.step() {
      if held.int64(0) > Int64(day.dayNumber), lowest == nil { lowest = running }
      running = try running - Rupiah(sen: held.int64(1))
      if held.int64(0) > Int64(day.dayNumber) { lowest = min(lowest ?? running, running) }
    }
    return lowest ?? running
  }

  // MARK: - The tax

  /// The tax of a member's month on what is paid now and what was received; `paid` in the order of
  /// the accounts. Nil where there was no interest.
  func tax(
    _ member: MemberMonth, on paid: [Rupiah], taking day: BookDate
  ) throws -> MemberTax? {
    let received = try parts(of: member.id)
    guard !paid.isEmpty || !received.isEmpty else { return nil }
    var before = Rupiah.zero
    for part in received { try before += part.gross }
    guard let rule = catalog.taxRule(for: member.payer, in: month) else {
      var gross = before
      for part in paid { try gross += part }
      return gross.isPositive
        ? MemberTax(working: nil, gross: gross, received: received) : nil
    }
    let settled = try settled(member.id)
    let claim = try claim(member.id)
    func tax(_ funds: [Rupiah] = []) throws -> InterestTax {
      try InterestTax(
        rule: rule, hasTaxNumber: member.hasTaxNumber, grossBefore: before.orZero,
        withheldBefore: settled, claim: claim, accounts: paid, funds: funds)
    }
    var working = try tax()
    guard working.monthlyGross.isPositive else { return nil }
    var touched: [(account: AccountID, taken: Rupiah)] = []
    if working.isShort {
      let funds = try funds(of: member.id, after: received, on: day)
      working = try tax(funds.map(\.amount))
      touched = zip(funds, working.perFund).map { ($0.account, $1) }.filter { $0.1.isPositive }
    }
    return MemberTax(
      working: (rule, working), gross: working.monthlyGross, funds: touched, received: received)
  }
}
