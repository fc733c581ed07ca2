import GRDB
import KSPCore

/// The desk of accrued interest: what a voucher that pays interest uses of it.
final class AccrualDesk {
  private let session: PostingSession
  /// Thousands of vouchers of one month ask it.
  private var reader: AccrualReader?

  init(session: PostingSession) { self.session = session }

  /// The legs that use all that stands set aside of an account.
  func legs(of account: AccountID) throws -> [Posting] {
    let asked = try reader ?? AccrualReader(book: session.db, known: session.db)
    reader = asked
    return try asked.standing(of: account)
      .sorted { $0.key < $1.key }.map { Posting(account: $0.key, amount: $0.value) }
  }

  /// Records what the legs of an entry used of an account's accrued interest.
  func record(
    _ legs: [Posting], of account: AccountID, _ code: AccountCode, entry: EntryNumber,
    on day: BookDate
  ) throws {
    guard !legs.isEmpty else { return }
    try session.record(
      EventDraft(
        .accrualUsed, code.text,
        [
          .insert(
            "accrualUse", columns: ["entry", "account", "held", "amount", "usedOn"],
            rows: legs.map {
              [
                .integer(entry.value), .integer(account.value), .integer($0.account.value),
                StoredValue($0.amount), StoredValue(day),
              ]
            })
        ]))
  }
}
