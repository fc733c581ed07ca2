import GRDB
import KSPCore

/// Walks the events that are asked for in the order of their numbers, in flat memory.
///
/// Events without legs and entries lie in two tables, both in their order; two cursors go through
/// them side by side.
struct EventCursors {
  private let events: SQLStatement?
  private let entries: SQLStatement?
  private let subject: EventSubject?
  private let fields: EventFields
  private let entryFields: EntryFields

  init(
    _ db: Database, _ memory: BookMemory, _ selection: EventSelection, offset: Int64
  ) throws {
    subject = try selection.subject.map { try EventSubject($0, db, memory) }
    if let kind = selection.kind {
      let known = LedgerEvent.kinds
      guard known.contains(where: { $0 == kind || $0.hasPrefix(kind + ".") }) else {
        throw LedgerError.eventKindUnknown(kind)
      }
    }
    try Authors.require(
      selection.recordedBy, db, officers: memory.catalog(db).officers)
    events = try EventCursors.events(db, selection, subject, offset)
    entries = try EventCursors.entries(db, selection, subject, offset)
    fields = EventFields(db, showsPersonal: selection.showsPersonal)
    entryFields = try EntryFields(db, accounts: subject?.accounts ?? [])
  }

  func run(_ body: (LedgerEvent) throws -> Void) throws {
    var hasEvent = try events?.step() ?? false
    var hasEntry = try entries?.step() ?? false
    while hasEvent || hasEntry {
      if let events, hasEvent,
        !hasEntry || events.int64(0) < entries?.int64(0) ?? .max
      {
        if let event = try event(events) { try body(event) }
        hasEvent = try events.step()
      } else if let entries {
        try body(entry(entries))
        hasEntry = try entries.step()
      }
    }
  }

  // MARK: - Reading

  private func event(_ row: SQLStatement) throws -> LedgerEvent? {
    let kind = row.text(7) ?? ""
    let changes = EventContent.decode(row.bytes(9)) ?? []
    guard subject?.covers(changes) ?? true else { return nil }
    let number = row.int64(0)
    let memo = row.text(5)
    var (before, after) = try fields.fields(number: number, kind: kind, changes)
    if let memo { after.append(.init("memo", .text(memo))) }
    return LedgerEvent(
      number: number, kind: kind,
      kindName: EventKind(rawValue: kind)?.name ?? Phrase(id: kind, en: kind),
      subject: row.text(8) ?? "",
      recordedAt: Timestamp(seconds: row.int64(2)), note: note(row), act: row.optionalInt64(1),
      before: before, after: after)
  }

  private func entry(_ row: SQLStatement) throws -> LedgerEvent {
    let kind = row.text(7) ?? ""
    let number = EntryNumber(row.int64(6))
    return LedgerEvent(
      number: row.int64(0), kind: "entry.\(kind)",
      kindName: EntryKind(rawValue: kind)?.name ?? Phrase(id: kind, en: kind),
      subject: number.description, recordedAt: Timestamp(seconds: row.int64(2)), note: note(row),
      act: row.optionalInt64(1), voucher: number,
      after: try entryFields.fields(
        number, kind: kind, on: BookDate(stored: row.int64(8)),
        reverses: row.optionalInt64(9).map { EntryNumber($0) }, memo: row.text(5)))
  }

  private func note(_ row: SQLStatement) -> EntryNote {
    EntryNote(reference: row.text(4), memo: row.text(5), recordedBy: row.text(3))
  }

  // MARK: - Asking

  /// From which number on, who, and when.
  private static func conditions(
    _ selection: EventSelection, number: String, offset: Int64
  ) -> QueryConditions {
    var conditions = QueryConditions()
    if let after = selection.after { conditions.add("\(number) > ?", .integer(after)) }
    if let by = selection.recordedBy { conditions.add("c.recordedBy = ?", .text(by)) }
    if let from = selection.from {
      conditions.add("c.recordedAt >= ?", .integer(Int64(from.dayNumber) * 86_400 - offset))
    }
    if let through = selection.through {
      conditions.add(
        "c.recordedAt < ?", .integer((Int64(through.dayNumber) + 1) * 86_400 - offset))
    }
    return conditions
  }

  private static func events(
    _ db: Database, _ selection: EventSelection, _ subject: EventSubject?, _ offset: Int64
  ) throws -> SQLStatement? {
    var conditions = conditions(selection, number: "c.number", offset: offset)
    if let kind = selection.kind {
      guard kind != "entry", !kind.hasPrefix("entry.") else { return nil }
      conditions.add("(c.kind = ? OR c.kind GLOB ?)", .text(kind), .text(kind + ".*"))
    }
    if let act = subject?.act {
      conditions.add(
        "c.number BETWEEN ? AND ?", .integer(act.lowerBound), .integer(act.upperBound))
    } else if let subject {
      let marks = databaseQuestionMarks(count: subject.subjects.count)
      conditions.add("c.subject IN (\(marks))", subject.subjects.map { .text($0) })
    }
    return try conditions.statement(
      db,
      """
      SELECT c.number, c.act, c.recordedAt, c.recordedBy, \(ActReference.sql("c")), c.memo, NULL,
        c.kind, c.subject, c.content
      FROM event c
      """, order: "c.number")
  }

  private static func entries(
    _ db: Database, _ selection: EventSelection, _ subject: EventSubject?, _ offset: Int64
  ) throws -> SQLStatement? {
    var conditions = conditions(selection, number: "c.event", offset: offset)
    // Numbers have no gaps, so the last event without legs before it tells where to begin. It is
    // the first value that is bound.
    if selection.after != nil {
      conditions.add(
        """
        c.id > ?1 + ifnull((SELECT afterEntry - number FROM event WHERE number <= ?1
          ORDER BY number DESC LIMIT 1), 0)
        """)
    }
    if let kind = selection.kind, kind != "entry" {
      guard kind.hasPrefix("entry.") else { return nil }
      conditions.add("c.kind = ?", .text(String(kind.dropFirst(6))))
    }
    if let act = subject?.act {
      // The number of a voucher is never above that of its event.
      conditions.add(
        "c.event BETWEEN ? AND ? AND c.id <= ?", .integer(act.lowerBound),
        .integer(act.upperBound), .integer(act.upperBound))
    } else if let subject {
      guard !subject.accounts.isEmpty else { return nil }
      let list = subject.accounts.map(String.init).joined(separator: ", ")
      conditions.add("c.id IN (SELECT entry FROM posting WHERE account IN (\(list)))")
    }
    return try conditions.statement(
      db,
      """
      SELECT c.event, c.act, c.recordedAt, c.recordedBy, \(ActReference.sql("c")), c.memo, c.id,
        c.kind, c.bookDate, c.reverses
      FROM entry c
      """, order: "c.id")
  }
}
