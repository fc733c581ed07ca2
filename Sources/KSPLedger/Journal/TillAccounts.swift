import GRDB
import KSPCore

/// The cash accounts that are tills, as every posting needs them: whether they are open, and from
/// which day on money may go through them.
struct TillAccounts: Sendable {
  /// One of them.
  struct Account: Sendable {
    let id: AccountID
    let code: AccountCode
    let name: String
    let kind: Till.Kind
    /// Who answers for it: who opened it last, or whose it is.
    let keeper: String?
    /// Since which day it is open; nil for closed ones and for a safe.
    let openSince: BookDate?
    /// The day of the last count.
    let countedOn: BookDate?

    var isOpen: Bool { openSince != nil || !kind.needsOpening }
  }

  /// By name.
  let all: [Account]
  private let places: [AccountID: Int]

  init(_ db: Database) throws {
    all = try Row.fetchAll(
      db,
      sql: """
        SELECT t.account, a.code, t.name, t.kind, ifnull(o.keeper, t.keeper),
          CASE o.occasion WHEN 'open' THEN o.day END,
          (SELECT max(day) FROM tillCount WHERE account = t.account)
        FROM till t JOIN account a ON a.id = t.account
        LEFT JOIN tillCount o ON o.account = t.account AND o.number =
          (SELECT max(number) FROM tillCount WHERE account = t.account AND occasion <> 'count')
        ORDER BY t.name
        """
    ).map { row in
      guard let kind = Till.Kind(rawValue: try row.value(3)) else {
        throw LedgerError.invariantBroken("till \(try row.value(2) as String)")
      }
      return try Account(
        id: AccountID(row.value(0)), code: AccountCode(stored: row.value(1)), name: row.value(2),
        kind: kind, keeper: row.optional(4),
        openSince: (row.optional(5) as Int64?).map { try BookDate(stored: $0) },
        countedOn: (row.optional(6) as Int64?).map { try BookDate(stored: $0) })
    }
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
  }

  var isEmpty: Bool { all.isEmpty }

  subscript(id: AccountID) -> Account? { places[id].map { all[$0] } }

  /// - Throws: `till.unknown`.
  func named(_ name: String) throws(LedgerError) -> Account {
    let wanted = Till.kept(name)
    guard let till = all.first(where: { $0.name == wanted }) else {
      throw .tillUnknown(name, known: all.map(\.name))
    }
    return till
  }

  /// The till that somebody has open at the counter; of several none is meant.
  func open(by keeper: String?) -> Account? {
    guard let keeper else { return nil }
    let open = all.filter { $0.openSince != nil && $0.keeper == keeper }
    return open.count == 1 ? open[0] : nil
  }

  /// Refuses money through a till that is closed, and on a day before it was counted last: what
  /// was counted stays what the book said. What takes an entry back is never impossible.
  ///
  /// - Throws: `till.closed`, `till.counted`.
  func requireOpen(_ entry: JournalEntry) throws(LedgerError) {
    guard !isEmpty, entry.reverses == nil else { return }
    for posting in entry.postings {
      guard let till = self[posting.account] else { continue }
      guard till.isOpen || entry.kind.is(.ofTills) else { throw .tillClosed(till.name) }
      if let day = till.countedOn, entry.bookDate < day {
        throw .tillCounted(till.name, on: day, asked: entry.bookDate)
      }
    }
  }
}
