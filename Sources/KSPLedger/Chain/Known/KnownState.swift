import GRDB
import KSPCore

/// How much of the chain counts for a document.
struct KnownState {
  /// The last event that counts, as the document names it.
  let known: Knowledge
  /// Whether nothing in the book lies beyond it: the tables of state say it all.
  let isAll: Bool

  /// The last voucher that counts; without bound where everything does.
  var entry: Int64 { isAll ? .max : known.entry?.value ?? 0 }
  /// The last event that counts; without bound where everything does.
  var event: Int64 { isAll ? .max : known.event }

  /// The state at a point; nil for the end of the chain, which the book remembers.
  ///
  /// - Throws: `known.beyond`.
  init(
    _ db: Database, memory: BookMemory, at point: KnowledgePoint?, offset: Int64, today: BookDate
  ) throws {
    let end = try memory.chainEnd(db)
    let last = Knowledge(
      event: end.event, entry: end.entry > 0 ? EntryNumber(end.entry) : nil,
      isEntry: end.isEntry)
    guard let point else {
      known = last
      isAll = true
      return
    }
    let event =
      switch point {
      case .event(let number): number
      case .entry(let number):
        try KnownState.event(db, of: number) ?? .max
      case .day(let day):
        day > today ? .max : try KnownState.event(db, before: day, offset: offset)
      }
    guard event <= last.event else { throw LedgerError.knowledgeBeyond(point, last: last) }
    known = Knowledge(
      event: event, entry: try KnownState.entry(db, through: event),
      isEntry: try !KnownState.hasNoLegs(db, event))
    isAll = event == last.event
  }

  /// The state right before a voucher was recorded.
  init(before entry: EntryNumber, _ db: Database) throws {
    guard let event = try KnownState.event(db, of: entry) else {
      throw LedgerError.invariantBroken("entry \(entry)")
    }
    known = Knowledge(
      event: event - 1, entry: entry.value > 1 ? EntryNumber(entry.value - 1) : nil,
      isEntry: try !KnownState.hasNoLegs(db, event - 1))
    isAll = false
  }

  /// Whether an event is none of the vouchers.
  private static func hasNoLegs(_ db: Database, _ event: Int64) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM event WHERE number = ?)", arguments: [event]) ?? false
  }

  private static func event(_ db: Database, of entry: EntryNumber) throws -> Int64? {
    guard entry.value > 0 else { return 0 }
    return try Int64.fetchOne(
      db, sql: "SELECT event FROM entry WHERE id = ?", arguments: [entry.value])
  }

  /// The last event that was recorded before a day ended.
  private static func event(
    _ db: Database, before day: BookDate, offset: Int64
  ) throws -> Int64 {
    let end = (Int64(day.dayNumber) + 1) * 86_400 - offset
    let event = try Int64.fetchOne(
      db, sql: "SELECT number FROM event WHERE recordedAt < ? ORDER BY number DESC LIMIT 1",
      arguments: [end])
    let entry = try Int64.fetchOne(
      db, sql: "SELECT event FROM entry WHERE recordedAt < ? ORDER BY id DESC LIMIT 1",
      arguments: [end])
    return max(event ?? 0, entry ?? 0)
  }

  /// The last voucher up to an event: between two events without legs every number is an entry's.
  private static func entry(_ db: Database, through event: Int64) throws -> EntryNumber? {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT number, afterEntry FROM event WHERE number <= ? ORDER BY number DESC LIMIT 1",
      arguments: [event])
    let number: Int64 = try row?.value(0) ?? 0
    let after: Int64 = try row?.value(1) ?? 0
    let entry = after + (event - number)
    return entry > 0 ? EntryNumber(entry) : nil
  }
}

extension Ledger {
  /// What was known at a point: the last event up to it, and the last voucher.
  ///
  /// - Parameter point: The point; nil for now.
  /// - Returns: What was known then.
  /// - Throws: `known.beyond` for a point that the book has not reached.
  public func knowledge(at point: KnowledgePoint? = nil) throws(LedgerError) -> Knowledge {
    try store.read { db in try knownState(db, at: point).known }
  }

  func knownState(_ db: Database, at point: KnowledgePoint?) throws -> KnownState {
    let offset = try point.map { _ in try shared.memory.utcOffsetSeconds(db) } ?? 0
    return try KnownState(
      db, memory: shared.memory, at: point, offset: offset,
      today: clock().day(offsetSeconds: offset))
  }
}
