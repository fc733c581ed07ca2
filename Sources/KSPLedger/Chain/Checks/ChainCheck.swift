import GRDB
import KSPCore

/// Walks the whole chain once: recomputes the hash of every event from its rows and the hash before
/// it, and hands each event without legs on.
struct ChainCheck {
  /// What the walk found.
  struct Outcome {
    var checks: [VerificationReport.Check]
    var head: [UInt8]?
    var events: Int
    var entries: Int
    var postings: Int
  }

  /// An event without legs, as it stands in the file.
  struct Event {
    let header: EventHeader
    let content: [UInt8]
    let hash: [UInt8]

    /// How people find it.
    var name: String { "#\(header.number) \(header.kind) \(header.subject)" }
  }

  private let entries: SQLStatement
  private let legs: SQLStatement
  private let events: SQLStatement
  private var previous = EntryHasher.genesis
  private var number: Int64 = 0
  private var lastEntry: Int64 = 0
  private var postings = 0
  private var eventCount = 0
  private var hashes = Offenders()
  private var sequence = Offenders()

  init(_ db: Database) throws {
    entries = try SQLStatement(
      db,
      """
      SELECT id, event, act, bookDate, kind, recordedAt, reference, memo, recordedBy, reverses, hash
      FROM entry ORDER BY id
      """, isShared: false)
    // The legs come from the table that statements read, not from the index by entry alone.
    legs = try SQLStatement(
      db,
      """
      SELECT p.account, (SELECT t.amount FROM posting t NOT INDEXED WHERE t.account = p.account
        AND t.bookDate = p.bookDate AND t.entry = p.entry AND t.line = p.line)
      FROM posting p INDEXED BY postingEntry WHERE p.entry = ? ORDER BY p.line
      """, isShared: false)
    events = try SQLStatement(
      db,
      """
      SELECT number, kind, subject, act, afterEntry, recordedAt, recordedBy, reference, memo,
        content, hash
      FROM event ORDER BY number
      """, isShared: false)
  }

  /// `progress` hears how many events are done, every thousand; `body` gets those without legs in
  /// their order.
  mutating func run(
    progress: ((Int) -> Void)?, _ body: (Event) throws -> Void
  ) throws -> Outcome {
    var hasEntry = try entries.step()
    var hasEvent = try events.step()
    var done = 0
    while hasEntry || hasEvent {
      if hasEntry && (!hasEvent || entries.int64(1) < events.int64(0)) {
        try checkEntry()
        done += 1
        hasEntry = try entries.step()
      } else {
        let event = readEvent()
        check(event)
        try body(event)
        hasEvent = try events.step()
      }
      if (done + eventCount).isMultiple(of: 1_000) { progress?(done + eventCount) }
    }
    return Outcome(
      checks: [
        hashes.check(
          "chain.hash",
          Phrase(
            "Sidik setiap peristiwa cocok dengan isinya dan peristiwa sebelumnya",
            "Every event's hash fits its content and the event before it"),
          examined: Int(number)),
        sequence.check(
          "chain.sequence",
          Phrase("Peristiwa bernomor urut tanpa celah", "Events are numbered without gaps"),
          examined: Int(number)),
      ], head: number == 0 ? nil : previous, events: eventCount, entries: done, postings: postings)
  }

  private mutating func checkEntry() throws {
    let header = EntryHeader(
      id: entries.int64(0), event: entries.int64(1), act: entries.optionalInt64(2),
      bookDate: entries.int64(3), kind: entries.text(4) ?? "", recordedAt: entries.int64(5),
      reference: entries.text(6), memo: entries.text(7), recordedBy: entries.text(8),
      reverses: entries.optionalInt64(9))
    var hasher = EntryHasher()
    legs.bind(header.id, at: 1)
    while try legs.step() {
      hasher.add(account: legs.int64(0), amount: legs.int64(1))
      postings += 1
    }
    let stored = entries.bytes(10)
    let name = EntryNumber(header.id).description
    if hasher.finish(header, previous: previous) != stored { hashes.add(name) }
    if header.event != number + 1 { sequence.add(name) }
    number = header.event
    lastEntry = header.id
    previous = stored
  }

  private func readEvent() -> Event {
    Event(
      header: EventHeader(
        number: events.int64(0), kind: events.text(1) ?? "", subject: events.text(2) ?? "",
        act: events.optionalInt64(3), afterEntry: events.int64(4), recordedAt: events.int64(5),
        recordedBy: events.text(6), reference: events.text(7), memo: events.text(8)),
      content: events.bytes(9), hash: events.bytes(10))
  }

  private mutating func check(_ event: Event) {
    let hash = EventHasher.hash(event.header, content: event.content, previous: previous)
    if hash != event.hash { hashes.add(event.name) }
    if event.header.number != number + 1 || event.header.afterEntry != lastEntry {
      sequence.add(event.name)
    }
    number = event.header.number
    previous = event.hash
    eventCount += 1
  }
}
