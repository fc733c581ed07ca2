import GRDB
import KSPCore

/// A book beside a copy of it: how far the two chains agree, and what the book holds beyond.
///
/// Each hash covers all before it, so two chains that agree at an event agree up to it.
struct BookComparison {
  /// Whether the two began as one book.
  let isOfOneBook: Bool
  /// The last event of the book.
  let lastEvent: Int64
  let lost: [Restoration.Loss]
  let otherEvents: Int

  init(of book: Ledger, with copy: Ledger) throws(LedgerError) {
    let own = try book.knowledge().event
    let shared = min(own, try copy.knowledge().event)
    func agrees(_ event: Int64) throws(LedgerError) -> Bool {
      try book.hash(ofEvent: event) == copy.hash(ofEvent: event)
    }
    // The whole prefix is the usual case.
    var known = try agrees(shared) ? shared : 0
    var unknown = shared
    while unknown - known > 1 {
      let middle = known + (unknown - known) / 2
      if try agrees(middle) { known = middle } else { unknown = middle }
    }
    isOfOneBook = known > 0
    lastEvent = own
    (lost, otherEvents) = try book.beyond(event: known)
  }
}

extension Ledger {
  /// The hash of an event, by its number; nil for none.
  func hash(ofEvent number: Int64) throws(LedgerError) -> String? {
    try store.read { db in
      try String.fetchOne(
        db, sql: "SELECT hex(hash) FROM chain WHERE number = ?", arguments: [number])
    }
  }

  /// What is recorded after an event: the entries, and the number of other events.
  fileprivate func beyond(
    event: Int64
  ) throws(LedgerError) -> (lost: [Restoration.Loss], otherEvents: Int) {
    try store.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, e.kind, e.bookDate, e.recordedAt, e.memo, e.recordedBy,
            (SELECT sum(amount) FROM posting WHERE entry = e.id AND amount > 0)
          FROM entry e WHERE e.event > ? ORDER BY e.id
          """, arguments: [event])
      let lost = try rows.map { row in
        guard let kind = EntryKind(rawValue: try row.value(1)) else {
          throw LedgerError.invariantBroken("entry \(try row.value(0) as Int64)")
        }
        return Restoration.Loss(
          entry: EntryNumber(try row.value(0)), kind: kind,
          bookDate: try BookDate(stored: row.value(2)),
          amount: Rupiah(sen: try row.optional(6) ?? Int64(0)),
          recordedAt: Timestamp(seconds: try row.value(3)),
          note: EntryNote(memo: try row.optional(4), recordedBy: try row.optional(5)))
      }
      let others = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM event WHERE number > ?", arguments: [event])
      return (lost, others ?? 0)
    }
  }
}
