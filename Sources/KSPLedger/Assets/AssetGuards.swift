import GRDB
import KSPCore

/// What the register of fixed assets says to reversals: a purchase is no mistake any more once
/// something was written off of what it bought, or that was disposed of.
struct AssetGuards: EntryGuard {
  let session: PostingSession

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool {
    kind == .assetPurchase || kind == .assetDisposal
  }

  func requireReversible(_ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate) throws {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT t.number,
          EXISTS (SELECT 1 FROM assetMonth WHERE asset = t.id)
          OR EXISTS (SELECT 1 FROM assetDisposal d JOIN entryStanding s ON s.id = d.entry
            WHERE d.asset = t.id AND s.reversedBy IS NULL)
        FROM asset t WHERE t.entry = ?
        """, arguments: [entry.value])
    guard let row else { return }
    guard try !(row.value(1) as Bool) else { throw LedgerError.assetInUse(try row.value(0)) }
    // The end of a month before that is open would write a part off of what is gone by then.
    let open = try session.catalog.openMonth()
    guard date.month <= open else { throw LedgerError.monthEarlierOpen(date.month, open: open) }
  }

  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    var content = try EntryContent(session, entry, kind)
    if let proceeds = try AssetReader.proceeds(of: entry, session.db) { content.amount = proceeds }
    return content
  }
}
