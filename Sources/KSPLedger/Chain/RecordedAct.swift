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
      return Phrase(id: "peristiwa \(first)", en: "event \(first)")
    }
    return Phrase(id: "bukti \(voucher)", en: "voucher \(voucher)")
  }
}

extension RecordedAct {
  /// The act that carries a reference; nil where there is none but the one under way (`open`).
  init?(_ db: Database, _ memory: BookMemory, reference: String, except open: Int64? = nil) throws {
    // Nearly every posting asks this and finds nothing: the indexes alone say so.
    let bearer = try memory.statement(
      db,
      """
      SELECT id, 1 FROM entry WHERE reference = ?1
      UNION ALL SELECT number, 0 FROM event WHERE reference = ?1
      """)
    bearer.bind(reference, at: 1)
    defer { bearer.reset() }
    guard try bearer.step() else { return nil }
    let place =
      bearer.int64(1) == 1
      ? try memory.statement(db, "SELECT event, id FROM entry WHERE id = ?")
      : try memory.statement(db, "SELECT number, afterEntry + 1 FROM event WHERE number = ?")
    place.bind(bearer.int64(0), at: 1)
    defer { place.reset() }
    guard try place.step(), place.int64(0) != open else { return nil }
    first = place.int64(0)
    entries = try Self.entries(db, memory, of: first, from: place.int64(1))
  }

  /// The act that an entry is a part of.
  init?(_ db: Database, _ memory: BookMemory, of entry: EntryNumber) throws {
    let back = try memory.statement(
      db, "SELECT ifnull(act, event), id FROM entry WHERE id <= ? ORDER BY id DESC")
    back.bind(entry.value, at: 1)
    defer { back.reset() }
    guard try back.step() else { return nil }
    first = back.int64(0)
    var start = back.int64(1)
    while try back.step(), back.int64(0) == first { start = back.int64(1) }
    entries = try Self.entries(db, memory, of: first, from: start)
  }

  /// The entries of an act follow one another: nothing else is recorded in between.
  private static func entries(
    _ db: Database, _ memory: BookMemory, of first: Int64, from entry: Int64
  ) throws -> [(number: EntryNumber, kind: String)] {
    let following = try memory.statement(
      db, "SELECT id, kind, event, act FROM entry WHERE id >= ? ORDER BY id")
    following.bind(entry, at: 1)
    defer { following.reset() }
    var entries: [(number: EntryNumber, kind: String)] = []
    while try following.step(),
      following.int64(2) == first || following.optionalInt64(3) == first
    {
      entries.append((EntryNumber(following.int64(0)), following.text(1) ?? ""))
    }
    return entries
  }
}

extension ChainWriter {
  /// The act that carries a reference; nil where there is none but the one under way.
  func recordedAct(_ reference: String) throws -> RecordedAct? {
    try RecordedAct(db, memory, reference: reference, except: actStart)
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
    // An act may have recorded several things, each of a kind of its own.
    let stored = try memory.statement(
      db,
      """
      SELECT number, content FROM event
      WHERE number >= ?1 AND ifnull(act, number) = ?1 AND kind = ?2
      ORDER BY number LIMIT 1
      """)
    stored.bind(known.first, at: 1)
    stored.bind(draft.kind.rawValue, at: 2)
    defer { stored.reset() }
    guard try stored.step(), let changes = EventContent.decode(stored.bytes(1)) else {
      throw Self.reused(reference, by: known, for: draft.kind)
    }
    let comparison = try ReplayComparison(
      db, event: stored.int64(0), of: changes, ignoring: given)
    guard !comparison.isErased(changes) else {
      throw LedgerError.referenceErased(
        reference, by: known.name, entry: known.entries.first?.number)
    }
    guard let differing = comparison.difference(between: draft, and: changes) else { return false }
    throw LedgerError.referenceReused(
      reference, by: known, differing: differing)
  }

  /// The refusal of an event under the reference of an act that recorded none of its kind. An
  /// account that is opened for an act is not the one that the other act was about.
  static func reused(
    _ reference: String, by known: RecordedAct, for kind: EventKind
  ) -> LedgerError {
    .referenceReused(
      reference, by: known,
      differing: kind == .accountOpened
        ? Phrase(id: "rekening", en: "account") : Phrase(id: "jenis", en: "kind"))
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

extension LedgerError {
  /// A reference was used by another act.
  static func referenceReused(
    _ reference: String, by known: RecordedAct, differing field: Phrase? = nil
  ) -> LedgerError {
    .referenceReused(
      reference, by: known.name, entry: known.entries.first?.number, differing: field)
  }

  /// A reference was used by another voucher.
  static func referenceReused(
    _ reference: String, by entry: EntryNumber, differing field: Phrase? = nil
  ) -> LedgerError {
    .referenceReused(
      reference, by: Phrase(id: "bukti \(entry)", en: "voucher \(entry)"), entry: entry,
      differing: field)
  }
}
