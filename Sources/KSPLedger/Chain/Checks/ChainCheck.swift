import GRDB
import KSPCore

/// Walks the whole chain once: recomputes the hash of every event from its rows and the hash before
/// it, sees that acts are whole, and hands each event without legs on.
struct ChainCheck {
  /// What the walk found.
  struct Outcome {
    var checks: [VerificationReport.Check]
    var head: [UInt8]?
    var events: Int
    var entries: Int
    var postings: Int
  }

  private var rows: ChainRows
  private let legs: SQLStatement
  private var acts: ActWalk
  private var previous = EntryHasher.genesis
  private var number: Int64 = 0
  private var lastEntry: Int64 = 0
  private var postings = 0
  private var eventCount = 0
  private var hashes = Offenders()
  private var sequence = Offenders()
  private var brokenActs = Offenders()

  init(_ db: Database) throws {
    rows = try ChainRows(db)
    // The legs come from the table that statements read, not from the index by entry alone.
    legs = try SQLStatement(
      db,
      """
      SELECT p.account, (SELECT t.amount FROM posting t NOT INDEXED WHERE t.account = p.account
        AND t.bookDate = p.bookDate AND t.entry = p.entry AND t.line = p.line)
      FROM posting p INDEXED BY postingEntry WHERE p.entry = ? ORDER BY p.line
      """, isShared: false)
    acts = try ActWalk(db)
  }

  /// `progress` hears how many events are done, every thousand; `body` gets those without legs in
  /// their order, with the act that they belong to.
  mutating func run(
    progress: ((Int) -> Void)?, _ body: (ChainRows.Event, ActWalk) throws -> Void
  ) throws -> Outcome {
    var done = 0
    while let item = try rows.next() {
      try follow(item)
      switch item {
      case .entry(let header, let hash): try check(header, hash)
      case .event(let event):
        check(event)
        try body(event, acts)
      }
      done += 1
      if done.isMultiple(of: 1_000) { progress?(done) }
    }
    if let half = acts.half { brokenActs.add(half) }
    return Outcome(
      checks: [
        hashes.check(
          "chain.hash",
          Phrase(
            id: "Sidik setiap peristiwa cocok dengan isinya dan peristiwa sebelumnya",
            en: "Every event's hash fits its content and the event before it"),
          examined: Int(number)),
        sequence.check(
          "chain.sequence",
          Phrase(id: "Peristiwa bernomor urut tanpa celah", en: "Events are numbered without gaps"),
          examined: Int(number)),
        brokenActs.check(
          "chain.act",
          Phrase(
            id: "Setiap kejadian lengkap: peristiwanya berurutan dan tidak ada yang kurang",
            en: "Every act is whole: its events follow one another and none is missing"),
          examined: Int(number)),
      ], head: number == 0 ? nil : previous, events: eventCount,
      entries: done - eventCount, postings: postings)
  }

  private mutating func follow(_ item: ChainRows.Item) throws {
    if acts.isNext(item), let half = acts.half { brokenActs.add(half) }
    if !acts.fits(item) { brokenActs.add(item.name) }
    try acts.take(item)
  }

  private mutating func check(_ header: EntryHeader, _ stored: [UInt8]) throws {
    var hasher = EntryHasher()
    legs.bind(header.id, at: 1)
    while try legs.step() {
      hasher.add(account: legs.int64(0), amount: legs.int64(1))
      postings += 1
    }
    let name = EntryNumber(header.id).description
    if hasher.finish(header, previous: previous) != stored { hashes.add(name) }
    if header.event != number + 1 { sequence.add(name) }
    number = header.event
    lastEntry = header.id
    previous = stored
  }

  private mutating func check(_ event: ChainRows.Event) {
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
