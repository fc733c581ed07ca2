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
    let last = session.catalog.lastClosedMonth
    for month in Set(parts.map(\.taxedIn)).sorted() where last.map({ month <= $0 }) == true {
      guard
        let settlement = try desk.recomputed(
          interest.member, in: month, adding: .zero, account: interest.account, extra: .zero,
          on: interest.day)
      else { continue }
      var voucher: EntryNumber?
      if !settlement.postings.isEmpty {
        voucher = try session.post(
          JournalEntry(.taxAdjustment, on: interest.day, postings: settlement.postings)
        ).number
      }
      try session.record(
        desk.draft(
          settlement, of: interest.member, number: interest.number, entry: voucher))
    }
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
