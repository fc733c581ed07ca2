import GRDB
import KSPCore

/// An act that is in the book under a reference.
struct RecordedAct {
  /// The number of its first event.
  let first: Int64
  /// Its entries, in order.
  let entries: [(number: EntryNumber, kind: String)]

  /// What people find it by: its first voucher, or its first event where it has none.
  var name: Phrase {
    guard let voucher = entries.first?.number else {
      return Phrase("peristiwa \(first)", "event \(first)")
    }
    return Phrase("bukti \(voucher)", "voucher \(voucher)")
  }
}

extension RecordedAct {
  /// The act that carries a reference, for whoever only reads; nil where there is none.
  init?(_ db: Database, reference: String) throws {
    let first = try Row.fetchOne(
      db,
      sql: """
        SELECT event, id FROM entry WHERE reference = ?1
        UNION ALL SELECT number, afterEntry + 1 FROM event WHERE reference = ?1
        """, arguments: [reference])
    guard let first else { return nil }
    self.first = try first.value(0)
    let query = try SQLStatement(
      db, "SELECT id, kind, event, act FROM entry WHERE id >= ? ORDER BY id")
    query.bind(try first.value(1) as Int64, at: 1)
    defer { query.reset() }
    entries = try Self.entries(of: self.first, query)
  }

  /// The entries of an act follow one another: nothing else is recorded in between.
  fileprivate static func entries(
    of first: Int64, _ query: SQLStatement
  ) throws -> [(number: EntryNumber, kind: String)] {
    var entries: [(number: EntryNumber, kind: String)] = []
    while try query.step(), query.int64(2) == first || query.optionalInt64(3) == first {
      entries.append((EntryNumber(query.int64(0)), query.text(1) ?? ""))
    }
    return entries
  }
}

extension ChainWriter {
  /// The act that carries a reference; nil where there is none but the one under way.
  func recordedAct(_ reference: String) throws -> RecordedAct? {
    let first = try memory.statement(
      db,
      """
      SELECT event, id FROM entry WHERE reference = ?1
      UNION ALL SELECT number, afterEntry + 1 FROM event WHERE reference = ?1
      """)
    first.bind(reference, at: 1)
    defer { first.reset() }
    return try first.step() ? act(first: first.int64(0), from: first.int64(1)) : nil
  }

  private func act(first: Int64, from entry: Int64) throws -> RecordedAct? {
    guard first != actStart else { return nil }
    let query = try memory.statement(
      db, "SELECT id, kind, event, act FROM entry WHERE id >= ? ORDER BY id")
    query.bind(entry, at: 1)
    defer { query.reset() }
    return RecordedAct(first: first, entries: try RecordedAct.entries(of: first, query))
  }

  /// Records an event that may be repeated: the same again is not new.
  ///
  /// What the event gives out itself, such as numbers, is not compared.
  ///
  /// - Returns: Whether it was recorded now.
  /// - Throws: `reference.reused`, which names the field that differs, or says that personal data
  ///   was erased, so that nothing can be compared.
  func appendOnce(_ draft: EventDraft, ignoring given: Set<String>) throws -> Bool {
    guard let reference = openReference, let known = try recordedAct(reference) else {
      try append(draft)
      return true
    }
    let stored = try memory.statement(
      db, "SELECT kind, content FROM event WHERE number = ?")
    stored.bind(known.first, at: 1)
    defer { stored.reset() }
    guard try stored.step(), stored.text(0) == draft.kind.rawValue,
      let changes = EventContent.decode(stored.bytes(1))
    else {
      throw LedgerError.referenceReused(
        reference, by: known.name, differing: Phrase("jenis", "kind"))
    }
    let comparison = try ReplayComparison(
      db, event: known.first, of: changes, ignoring: given)
    guard !comparison.isErased(changes) else {
      throw LedgerError.referenceErased(reference, by: known.name)
    }
    guard let differing = comparison.difference(between: draft, and: changes) else { return false }
    throw LedgerError.referenceReused(
      reference, by: known.name, differing: differing)
  }

  /// An event without legs as the chain holds it; nil for none with the number.
  func storedEvent(
    _ number: Int64
  ) throws -> (kind: String, subject: String, changes: [RowChange])? {
    let stored = try memory.statement(
      db, "SELECT kind, subject, content FROM event WHERE number = ?")
    stored.bind(number, at: 1)
    defer { stored.reset() }
    guard try stored.step() else { return nil }
    return (
      stored.text(0) ?? "", stored.text(1) ?? "", EventContent.decode(stored.bytes(2)) ?? []
    )
  }
}
