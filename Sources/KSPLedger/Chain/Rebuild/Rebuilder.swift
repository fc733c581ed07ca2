import GRDB
import KSPCore

/// Writes a new book from the chain of a damaged one: the same events with the same numbers and
/// hashes, and everything else from them.
///
/// The rules of the new file stay on, so that nothing comes in that they would refuse. The chain is
/// carried up to the first event that does not verify, and back to the beginning of its act: half a
/// loan or half a month end is worse than none.
final class Rebuilder {
  /// What a walk along the chain keeps count of.
  private struct Walk {
    var number: Int64 = 0
    var lastEntry: Int64 = 0
    var hash = EntryHasher.genesis
    var events = 0
    var entries = 0
    var postings = 0
    var evidence = 0
    var recomputed: [String] = []
    var personalValues = 0
    var missing: [(owner: Int64, event: Int64, name: String)] = []
    var erased: [Int64: Int64] = [:]
    var lost: [RebuildReport.Lost] = []
  }

  /// How many corrected rows a report names.
  private static let namedCorrections = 100

  private let source: Database
  private let target: Database
  private let projector: Projector
  private let legs: RebuildLegs
  private let insertLeg: SQLStatement
  private let insertEntry: SQLStatement
  private let insertEvent: SQLStatement
  private var acts: ActWalk
  private var rules: EventRules
  private var walk = Walk()
  /// The walk as it was before the act under way.
  private var beforeAct = Walk()
  /// The last that was read and fitted, whether its act was carried or not.
  private var reached = Walk()

  init(from source: Database, to target: Database) throws {
    self.source = source
    self.target = target
    projector = Projector(target)
    rules = EventRules(target)
    legs = try RebuildLegs(source)
    acts = try ActWalk(target)
    insertLeg = try SQLStatement(
      target,
      "INSERT INTO posting (account, bookDate, entry, line, amount) VALUES (?, ?, ?, ?, ?)")
    insertEntry = try SQLStatement(
      target,
      """
      INSERT INTO entry (id, event, act, bookDate, kind, recordedAt, reference, memo, recordedBy,
        reverses, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertEvent = try SQLStatement(
      target,
      """
      INSERT INTO event (number, kind, subject, act, afterEntry, recordedAt, recordedBy, reference,
        memo, content, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Carries everything; must run inside a write transaction of the new book.
  ///
  /// - Returns: What the report says, given the proof of the new book.
  func run(progress: ((Int) -> Void)?) throws -> (VerificationReport) -> RebuildReport {
    let end = try carryChain(progress: progress)
    var lost = walk.lost
    if let end { lost += try rest(after: end) }
    for value in walk.missing where value.event >= walk.erased[value.owner] ?? 0 {
      lost.append(
        .init(
          value.name,
          reason: Phrase(
            id: "data pribadi tidak cocok dengan sidiknya",
            en: "personal data does not fit its digest")))
    }
    let erased = walk.missing.count { $0.event < walk.erased[$0.owner] ?? 0 }
    try Rebuilder.applyLimits(to: target) { code in
      lost.append(
        .init(
          "account \(code)",
          reason: Phrase(
            id: "saldo di luar batas syaratnya", en: "its balance lies beyond its terms")))
    }
    let corrected = end == nil ? try corrections() : []
    let done = walk
    return { verification in
      RebuildReport(
        events: done.events, entries: done.entries, postings: done.postings,
        evidence: done.evidence, recomputed: done.recomputed,
        personalValues: done.personalValues, erased: erased, corrected: corrected, lost: lost,
        verification: verification)
    }
  }

  // MARK: - The chain

  /// Carries events until one cannot be; nil where all of them were.
  private func carryChain(progress: ((Int) -> Void)?) throws -> RebuildBreak? {
    guard var rows = try unlessDamaged({ try ChainRows(source) }) else {
      return RebuildBreak("#1", .unreadable)
    }
    try target.execute(sql: "SAVEPOINT act")
    let end = try carry(&rows, progress)
    reached = walk
    // An act stays that the event at the break is no part of; where nothing can be read any more,
    // one stays of which nothing is missing.
    if let end, end.isWithinAct || acts.half != nil {
      try target.execute(sql: "ROLLBACK TO act")
      walk = beforeAct
    }
    try target.execute(sql: "RELEASE act")
    return end
  }

  private func carry(
    _ rows: inout ChainRows, _ progress: ((Int) -> Void)?
  ) throws -> RebuildBreak? {
    while true {
      guard let next = try unlessDamaged({ try rows.next() }) else {
        return RebuildBreak("#\(walk.number + 1)", .unreadable)
      }
      guard let item = next else { return acts.half.map { RebuildBreak($0, .half) } }
      if acts.isNext(item) {
        if let half = acts.half { return RebuildBreak(half, .half) }
        try target.execute(sql: "RELEASE act; SAVEPOINT act")
        beforeAct = walk
      }
      if let cause = try carry(item) { return RebuildBreak(item.name, cause, at: item) }
      if walk.events.isMultiple(of: 1_000) { progress?(walk.events) }
    }
  }

  /// Carries one event; says why where it cannot be.
  private func carry(_ item: ChainRows.Item) throws -> RebuildBreak.Cause? {
    guard item.number == walk.number + 1 else { return .sequence }
    switch item {
    case .entry(let header, let hash):
      guard header.id == walk.lastEntry + 1 else { return .sequence }
      guard let legs = try legs.legs(of: header, hash: hash, after: walk.hash) else { return .hash }
      guard acts.fits(item) else { return .act }
      guard try unlessDamaged({ try write(header, hash, legs) }) != nil else { return .refused }
      try acts.take(item)
      walk.lastEntry = header.id
      walk.entries += 1
      walk.postings += legs.count
    case .event(let event):
      guard event.header.afterEntry == walk.lastEntry else { return .sequence }
      guard
        EventHasher.hash(event.header, content: event.content, previous: walk.hash) == event.hash
      else { return .hash }
      guard acts.fits(item) else { return .act }
      guard !event.isNewer else { return .newer }
      guard let changes = EventContent.decode(event.content) else { return .rules("content") }
      guard try unlessDamaged({ try write(event, changes) }) != nil else { return .refused }
      try acts.take(item)
      let breach = try unlessDamaged {
        try rules.broken(event, changes, act: acts) ?? ""
      }
      guard breach == "" else { return .rules(breach ?? event.header.kind) }
    }
    walk.number = item.number
    walk.hash = item.hash
    walk.events += 1
    return nil
  }

  private func write(
    _ header: EntryHeader, _ hash: [UInt8], _ legs: [RebuildLegs.Leg]
  ) throws {
    for leg in legs {
      insertLeg.bind(leg.account, at: 1)
      insertLeg.bind(leg.bookDate, at: 2)
      insertLeg.bind(header.id, at: 3)
      insertLeg.bind(leg.line, at: 4)
      insertLeg.bind(leg.amount, at: 5)
      try insertLeg.run()
    }
    let values: [StoredValue] = [
      .integer(header.id), .integer(header.event), StoredValue(header.act),
      .integer(header.bookDate), .text(header.kind), .integer(header.recordedAt),
      StoredValue(header.reference), StoredValue(header.memo), StoredValue(header.recordedBy),
      StoredValue(header.reverses), .bytes(hash),
    ]
    for (index, value) in values.enumerated() { insertEntry.bind(value, at: Int32(index) + 1) }
    try insertEntry.run()
  }

  private func write(_ event: ChainRows.Event, _ changes: [RowChange]) throws {
    if let month = changes.closedMonth { try carryEvidence(month, changes) }
    let header = event.header
    let values: [StoredValue] = [
      .integer(header.number), .text(header.kind), .text(header.subject),
      StoredValue(header.act), .integer(header.afterEntry), .integer(header.recordedAt),
      StoredValue(header.recordedBy), StoredValue(header.reference), StoredValue(header.memo),
      .bytes(event.content), .bytes(event.hash),
    ]
    for (index, value) in values.enumerated() { insertEvent.bind(value, at: Int32(index) + 1) }
    try insertEvent.run()
    let revealed = try PersonalValue.reveal(changes, of: event, in: source)
    try PersonalValue.requireHidden(changes)
    try keep(revealed, of: event)
    for change in revealed.changes {
      try projector.requireBefore(change)
      try projector.apply(change)
    }
    if header.kind == EventKind.memberErased.rawValue,
      let owner = PersonalValue.owner(of: changes)
    {
      walk.erased[owner] = header.number
    }
  }

  // MARK: - What the chain knows by digests

  private func carryEvidence(_ month: BookMonth, _ changes: [RowChange]) throws {
    let evidence = RebuildEvidence(source: source, target: target, month: month)
    for (table, outcome) in try evidence.carry(changes) {
      switch outcome {
      case .copied: walk.evidence += 1
      case .recomputed: walk.recomputed.append("\(table) \(month)")
      case .lost:
        walk.lost.append(
          .init(
            "\(table) \(month)",
            reason: Phrase(
              id: "bukti bulan tidak cocok dengan segelnya dan tidak bisa dihitung ulang",
              en: "the month's evidence does not fit its seal and cannot be computed again")))
      }
    }
  }

  private func keep(_ revealed: PersonalValue.Revealed, of event: ChainRows.Event) throws {
    let insert = try SQLStatement(
      target,
      "INSERT INTO personalValue (owner, field, event, salt, value) VALUES (?, ?, ?, ?, ?)")
    func write(_ owner: Int64, _ field: String, _ salt: [UInt8], _ text: String) throws {
      insert.bind(owner, at: 1)
      insert.bind(field, at: 2)
      insert.bind(event.header.number, at: 3)
      insert.bind(salt, at: 4)
      insert.bind(text, at: 5)
      try insert.run()
    }
    for value in revealed.found {
      try write(value.owner, value.field, value.salt, value.text)
      walk.personalValues += 1
    }
    for value in revealed.missing {
      // The file takes a value only when it is there, and lets it be erased afterwards.
      try write(value.owner, value.field, [UInt8](repeating: 0, count: 16), "?")
      try target.execute(
        sql: """
          UPDATE personalValue SET salt = NULL, value = NULL
          WHERE owner = ? AND field = ? AND event = ?
          """, arguments: [value.owner, value.field, event.header.number])
      walk.missing.append((value.owner, event.header.number, value.name))
    }
  }

  // MARK: - What was left behind

  /// What the old book has beyond the break, and before it of the same act.
  private func rest(after end: RebuildBreak) throws -> [RebuildReport.Lost] {
    var lost = [RebuildReport.Lost(end.name, reason: end.reason)]
    func add(_ reason: Phrase, events: (Int64, Int64)?, entries: (Int64, Int64)?) {
      if let events { lost.append(.init("#\(events.0) – #\(events.1)", reason: reason)) }
      if let (first, last) = entries {
        lost.append(.init("\(EntryNumber(first)) – \(EntryNumber(last))", reason: reason))
      }
    }
    add(
      RebuildBreak.sameAct,
      events: reached.number > walk.number ? (walk.number + 1, reached.number) : nil,
      entries: reached.lastEntry > walk.lastEntry ? (walk.lastEntry + 1, reached.lastEntry) : nil)
    // What is named already is not named once more, if its numbers can be believed.
    var (number, entry) = (reached.number, reached.lastEntry)
    if end.item?.number == number + 1 { number += 1 }
    if case .entry(let header, _) = end.item, header.id == entry + 1 { entry += 1 }
    // The first and the last are looked for apart: what lies between them may be unreadable.
    func found(_ sql: String, _ after: Int64) throws -> Int64?? {
      try unlessDamaged { try Int64.fetchOne(source, sql: sql, arguments: [after]) }
    }
    let sides = try [
      (
        found("SELECT min(number) FROM event WHERE number > ?", number),
        found("SELECT max(number) FROM event WHERE number > ?", number)
      ),
      (
        found("SELECT min(id) FROM entry WHERE id > ?", entry),
        found("SELECT max(id) FROM entry WHERE id > ?", entry)
      ),
    ]
    let ranges = sides.map { first, last in
      last.flatMap(\.self).map { ((first ?? nil) ?? $0, $0) }
    }
    add(RebuildBreak.behind, events: ranges[0], entries: ranges[1])
    if sides.contains(where: { $0.1 == nil }) {
      lost.append(.init("#…", reason: RebuildBreak.endUnknown))
    }
    return lost
  }

  /// Rows of the old book that are not what its chain says, the first of them by name.
  private func corrections() throws -> [String] {
    var names: [String] = []
    let comparison = StateComparison(book: source, copy: target)
    for projection in Schema.projections {
      let isRead: Int? = try unlessDamaged {
        try comparison.compare(projection) { name in
          if names.count < Rebuilder.namedCorrections { names.append(name) }
        }
      }
      if isRead == nil { names.append(projection.table) }
    }
    return names
  }
}
