import GRDB
import KSPCore

/// Appends events to the chain inside one write transaction, and keeps acts together.
///
/// Entries and events without legs follow one another in one sequence; each hash continues the one
/// before. An act is what a person did: joining is a new member, two accounts and an entry. Its
/// first event carries the reference, the others point at it.
final class ChainWriter {
  let db: Database
  let memory: BookMemory
  private let projector: Projector
  private let insertEvent: SQLStatement
  let recordedAt: Timestamp
  private var act: Act?
  /// Where the chain ends; what is appended moves it.
  let end: ChainEnd

  private struct Act {
    let note: EntryNote
    var first: Int64?
  }

  init(_ db: Database, memory: BookMemory, recordedAt: Timestamp) throws {
    self.db = db
    self.memory = memory
    self.recordedAt = recordedAt
    projector = memory.projector(db)
    insertEvent = try memory.statement(
      db,
      """
      INSERT INTO event (number, kind, subject, act, afterEntry, recordedAt, recordedBy, reference,
        memo, content, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    end = try memory.chainEnd(db)
  }

  /// Where the chain in the file ends.
  static func end(_ db: Database) throws -> ChainEnd {
    let end = ChainEnd(event: 0, entry: 0, hash: EntryHasher.genesis)
    let entry = try SQLStatement(db, "SELECT event, id, hash FROM entry ORDER BY id DESC LIMIT 1")
    defer { entry.reset() }
    if try entry.step() {
      (end.event, end.entry, end.hash) = (entry.int64(0), entry.int64(1), entry.bytes(2))
      end.isEntry = true
    }
    let event = try SQLStatement(
      db, "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1")
    defer { event.reset() }
    if try event.step(), event.int64(0) > end.event {
      end.event = event.int64(0)
      end.hash = event.bytes(1)
      end.isEntry = false
    }
    let day = try SQLStatement(db, "SELECT max(bookDate) FROM entry")
    defer { day.reset() }
    if try day.step() { end.lastDay = day.optionalInt64(0) ?? .min }
    return end
  }

  // MARK: - Acts

  /// Runs `body` as one act. Inside another act it is a part of that one.
  func perform<Value>(_ note: EntryNote, _ body: () throws -> Value) throws -> Value {
    guard act == nil else { return try body() }
    try note.requireUsable()
    act = Act(note: note)
    defer { act = nil }
    return try body()
  }

  /// The first event of the act under way; nil before it.
  var actStart: Int64? { act?.first }

  /// The reference that the next event will carry.
  var openReference: String? { act?.first == nil ? act?.note.reference : nil }

  /// What the next event says of its act: its first event, or that it is the first and carries
  /// the reference.
  private func place(_ note: EntryNote) -> (act: Int64?, reference: String?) {
    guard let act else { return (nil, note.reference) }
    guard let first = act.first else { return (nil, act.note.reference) }
    return (first, nil)
  }

  private func advance(to event: Int64, hash: [UInt8], isEntry: Bool) {
    end.event = event
    end.hash = hash
    end.isEntry = isEntry
    if isEntry { end.entry += 1 }
    if act != nil, act?.first == nil { act?.first = event }
  }

  // MARK: - Appending

  /// Records an event: into the chain, and into the tables of state.
  ///
  /// - Returns: Its number.
  @discardableResult
  func append(_ draft: EventDraft) throws -> Int64 {
    if let strange = EventRules.strange(draft.changes, of: draft.kind) {
      throw LedgerError.invariantBroken("\(draft.kind.rawValue): \(strange)")
    }
    let note = act?.note ?? EntryNote()
    if let reference = openReference, let known = try recordedAct(reference) {
      throw Self.reused(reference, by: known, for: draft.kind)
    }
    let place = place(note)
    let header = EventHeader(
      number: end.event + 1, kind: draft.kind.rawValue, subject: draft.subject, act: place.act,
      afterEntry: end.entry, recordedAt: recordedAt.seconds, recordedBy: note.recordedBy,
      reference: place.reference, memo: note.memo)
    let (hidden, personal) = try PersonalValue.hide(draft, salting: memory.newSalt)
    let content = EventContent.encode(hidden)
    let hash = EventHasher.hash(header, content: content, previous: end.hash)
    insertEvent.bind(header.number, at: 1)
    insertEvent.bind(header.kind, at: 2)
    insertEvent.bind(header.subject, at: 3)
    insertEvent.bind(header.act, at: 4)
    insertEvent.bind(header.afterEntry, at: 5)
    insertEvent.bind(header.recordedAt, at: 6)
    insertEvent.bind(header.recordedBy, at: 7)
    insertEvent.bind(header.reference, at: 8)
    insertEvent.bind(header.memo, at: 9)
    insertEvent.bind(content, at: 10)
    insertEvent.bind(hash, at: 11)
    try insertEvent.run()
    if !personal.isEmpty { try store(personal, under: header.number) }
    for change in draft.changes { try projector.apply(change) }
    advance(to: header.number, hash: hash, isEntry: false)
    return header.number
  }

  /// What a header of an entry takes from the chain.
  struct Place {
    let event: Int64
    let act: Int64?
    let reference: String?
    let previous: [UInt8]
  }

  /// Where the next entry will stand.
  func nextEntry(_ note: EntryNote) -> Place {
    let place = place(note)
    return Place(
      event: end.event + 1, act: place.act, reference: place.reference, previous: end.hash)
  }

  /// Whether any entry can have a day after this one.
  func mayHaveEntries(after date: BookDate) -> Bool { Int64(date.dayNumber) < end.lastDay }

  /// Takes note of an entry that was written.
  func sealed(_ place: Place, on day: Int64, hash: [UInt8]) {
    end.lastDay = max(end.lastDay, day)
    advance(to: place.event, hash: hash, isEntry: true)
  }

  private func store(_ values: [PersonalValue], under event: Int64) throws {
    let insert = try memory.statement(
      db, "INSERT INTO personalValue (owner, field, event, salt, value) VALUES (?, ?, ?, ?, ?)")
    for value in values {
      insert.bind(value.owner, at: 1)
      insert.bind(value.field, at: 2)
      insert.bind(event, at: 3)
      insert.bind(value.salt, at: 4)
      insert.bind(value.text, at: 5)
      try insert.run()
    }
  }
}

extension EntryNote {
  /// Refuses what cannot be printed.
  func requireUsable() throws(LedgerError) {
    func require(_ text: String?) throws(LedgerError) {
      if let text, !text.isUsableText { throw .noteUnacceptable(text) }
    }
    try require(reference)
    try require(memo)
    try require(recordedBy)
  }
}
