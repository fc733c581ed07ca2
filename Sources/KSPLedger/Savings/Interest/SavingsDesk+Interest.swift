import GRDB
import KSPCore

/// Interest from outside a month end: one door for imports, programs and the counter.
extension SavingsDesk {
  /// Records to which months interest belongs that was posted now, and settles the tax of those
  /// that are closed.
  func recordMonths(
    of event: SavingsEvent, _ entry: EntryNumber, on account: SavingsAccountState,
    _ holder: SavingsHolder
  ) throws {
    let desk = TaxDesk(session: session)
    let parts = try desk.parts(
      of: event.amount, earned: event.months, paid: event.date.month,
      by: session.catalog.settings.interestTax.severalMonths)
    let rows = desk.rows(parts, entry: entry, account: account.id, member: holder.memberID)
    try session.record(EventDraft(.interestRecorded, account.code.text, [rows]))
    let last = session.catalog.lastClosedMonth
    for month in Set(parts.map(\.taxedIn)).sorted() where last.map({ month <= $0 }) == true {
      guard
        let settlement = try desk.recomputed(
          holder.memberID, in: month, adding: .zero, account: account.id, extra: .zero,
          on: event.date)
      else { continue }
      var voucher: EntryNumber?
      if !settlement.postings.isEmpty {
        voucher = try session.post(
          JournalEntry(.taxAdjustment, on: event.date, postings: settlement.postings)
        ).number
      }
      try session.record(
        desk.draft(settlement, of: holder.memberID, number: holder.number, entry: voucher))
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
        reference, by: known.name, differing: Phrase(id: "bulan jasa", en: "months of the interest")
      )
    }
  }
}
