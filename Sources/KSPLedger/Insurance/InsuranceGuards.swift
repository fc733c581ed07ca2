import GRDB
import KSPCore

/// What insurers' claims refuse to reversals: one stands once money was received for it.
struct InsuranceGuards: EntryGuard {
  let session: PostingSession

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool {
    try receipt(for: entry) != nil
  }

  func requireReversible(_ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate) throws {
    guard let receipt = try receipt(for: entry) else { return }
    throw LedgerError.insuranceReceived(entry, by: receipt)
  }

  /// The last voucher of money that was received for a claim; nil for none that stands.
  private func receipt(for claim: EntryNumber) throws -> EntryNumber? {
    try Int64.fetchOne(
      session.db,
      sql: """
        SELECT max(p.entry) FROM insurancePayment p JOIN entryStanding e ON e.id = p.entry
        WHERE p.claim = ? AND e.reversedBy IS NULL
        """, arguments: [claim.value]
    ).map { EntryNumber($0) }
  }
}
