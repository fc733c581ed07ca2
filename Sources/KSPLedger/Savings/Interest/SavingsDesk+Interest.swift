import GRDB
import KSPCore

/// Interest from outside a month end: one door for imports, programs and the counter.
extension SavingsDesk {
  /// Records to which months interest belongs that was posted now, and settles the tax of those
  /// that are closed.
  func recordMonths(of interest: PostedInterest) throws {
    let desk = TaxDesk(session: session)
    let parts = try desk.parts(
      of: interest.gross, earned: interest.months, paid: interest.day.month,
      by: session.catalog.settings.interestTax.severalMonths)
    let rows = desk.rows(
      parts, entry: interest.entry, account: interest.account, member: interest.member)
    try session.record(EventDraft(.interestRecorded, interest.code.text, [rows]))
    guard let last = session.catalog.lastClosedMonth else { return }
    for month in Set(parts.map(\.taxedIn)).sorted() where month <= last {
      guard
        let settlement = try desk.recomputed(
          interest.member, in: month, adding: .zero, account: interest.account, extra: .zero,
          on: interest.day)
      else { continue }
      _ = try desk.book(settlement, of: interest.member, interest.number, on: interest.day)
    }
  }

  /// Works the tax of the months of interest out again after it was taken back: that of closed
  /// months, and in a running one what was settled of it.
  ///
  /// What goes back goes to `target`, or to the account that had the interest. The vouchers of it
  /// are returned.
  func settleTax(
    ofReversed interest: EntryNumber, on day: BookDate, _ note: EntryNote,
    backTo target: @autoclosure () throws -> AccountID? = nil
  ) throws -> [EntryNumber] {
    let rows = try Row.fetchAll(
      session.db,
      sql: """
        SELECT DISTINCT i.taxedIn, i.member, m.number, i.account FROM interestPart i
        JOIN member m ON m.id = i.member WHERE i.entry = ? ORDER BY i.taxedIn
        """, arguments: [interest.value])
    let desk = TaxDesk(session: session)
    var vouchers: [EntryNumber] = []
    for row in rows {
      let (month, member) = (try BookMonth(ordinal: row.value(0)), try row.value(1) as Int64)
      let own = AccountID(try row.value(3))
      guard session.catalog.hasClosed(month) else {
        vouchers += try desk.settleAgain(
          member, row.value(2), in: month, with: target() ?? own, on: day, note)
        continue
      }
      if let settlement = try desk.recomputed(
        member, in: month, adding: .zero, account: own, extra: .zero, on: day),
        let voucher = try desk.book(settlement, of: member, row.value(2), on: day)
      {
        vouchers.append(voucher)
      }
    }
    return vouchers
  }

  /// Refuses interest under the reference of interest of other months.
  func requireSameMonths(of event: SavingsEvent, _ entry: EntryNumber) throws {
    guard let reference = event.note.reference, let known = try session.recordedAct(reference)
    else { return }
    let stored = try Int32.fetchAll(
      session.db, sql: "SELECT earnedIn FROM interestPart WHERE entry = ? ORDER BY earnedIn",
      arguments: [entry.value])
    let asked = event.months ?? event.date.month...event.date.month
    guard stored.first == asked.lowerBound.ordinal, stored.last == asked.upperBound.ordinal
    else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "bulan jasa", en: "months of the interest")
      )
    }
  }
}
