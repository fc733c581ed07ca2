import GRDB
import KSPCore

/// What the SHU refuses to reversals: a division stands once something was paid of it.
struct ShuGuards: EntryGuard {
  let session: PostingSession

  func requireNone(of accounts: [AccountID]) throws {}

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool {
    kind == .shuDistribution
  }

  func requireReversible(_ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate) throws {
    guard let payment = try ShuReader(db: session.db).lastPayment(of: entry) else { return }
    let year = try Int.fetchOne(
      session.db, sql: "SELECT year FROM shuPosting WHERE entry = ?", arguments: [entry.value])
    throw LedgerError.shuPaid(year ?? day.components.year, by: payment)
  }

  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    try EntryContent(session, entry, kind)
  }
}
