import GRDB
import KSPCore

/// The tables of state once more, written from the chain alone, to compare the book with.
///
/// They lie in a temporary file of SQLite's own, so that memory stays flat whatever the size of the
/// book; the file is gone with the value.
final class ChainReplay {
  private let book: Database
  private let copy: DatabaseQueue
  private let months: any ClosedMonthProof
  private var personal = Offenders()
  private var unreadable = Offenders()
  private var newer = Offenders()
  private var broken = Offenders()
  private var personalCount = 0
  private var erased: [Int64: Int64] = [:]
  private var missing: [(owner: Int64, event: Int64, name: String)] = []

  init(_ book: Database) throws {
    self.book = book
    months = try Self.closedMonths(of: book)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // An empty name makes SQLite use a temporary file.
    copy = try DatabaseQueue(path: "", configuration: configuration)
    try copy.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF")
      try db.execute(sql: "PRAGMA synchronous = OFF")
      try db.execute(sql: "PRAGMA cache_size = -16384")
      try db.execute(sql: Schema.tables)
    }
  }

  /// Reads the chain through `walk`, which hands over its events, and compares what they make.
  ///
  /// `progress` hears how many tables of how many are compared.
  func run(
    progress: ((Int, Int) -> Void)? = nil,
    _ walk: (_ body: (ChainRows.Event, ActWalk) throws -> Void) throws -> Void
  ) throws -> [VerificationReport.Check] {
    try copy.writeWithoutTransaction { db in
      let projector = Projector(db)
      var rules = EventRules(db)
      var events = 0
      try db.inTransaction {
        try walk { event, act in
          events += 1
          guard let changes = try replay(event, projector, into: db) else { return }
          let breach = try unlessDamaged {
            try rules.broken(event, changes, act: act) ?? ""
          }
          // What cannot even be looked up keeps no rule.
          if breach != "" { broken.add("\(event.name) · \(breach ?? "?")") }
        }
        return .commit
      }
      let states = try StateComparison(book: book, copy: db).run(progress: progress)
      let contents = [unreadableCheck(events), rulesCheck(events), newerCheck(events)]
      return contents + [try personalCheck()] + states + months.checks()
    }
  }

  /// Writes what an event says; nil where it cannot be written.
  private func replay(
    _ event: ChainRows.Event, _ projector: Projector, into db: Database
  ) throws -> [RowChange]? {
    if event.isNewer { newer.add(event.name) }
    guard let changes = EventContent.decode(event.content) else {
      // What a newer program writes need not be readable by this one.
      if !event.isNewer { unreadable.add(event.name) }
      return nil
    }
    if event.header.kind == EventKind.memberErased.rawValue,
      let owner = PersonalValue.owner(of: changes)
    {
      erased[owner] = event.header.number
    }
    if let month = changes.closedMonth { try months.look(at: month, known: db) }
    let revealed = try PersonalValue.reveal(changes, of: event, in: book)
    personalCount += revealed.found.count + revealed.missing.count
    for value in revealed.missing {
      missing.append((value.owner, event.header.number, value.name))
    }
    let outcome: Void? = try unlessDamaged {
      try PersonalValue.requireHidden(changes)
      for change in revealed.changes {
        try projector.requireBefore(change)
        try projector.apply(change)
      }
    }
    if outcome == nil { unreadable.add(event.name) }
    return outcome.map { changes }
  }

  private func personalCheck() throws -> VerificationReport.Check {
    for value in missing where value.event >= erased[value.owner] ?? 0 { personal.add(value.name) }
    let stored = try unlessDamaged {
      try Int.fetchOne(book, sql: "SELECT count(*) FROM personalValue") ?? 0
    }
    if stored != personalCount {
      personal.add("personalValue: \(stored.map(String.init) ?? "?") ≠ \(personalCount)")
    }
    return personal.check(
      "personal.value",
      Phrase(
        id: "Data pribadi cocok dengan sidiknya, atau sudah dihapus menurut permintaan",
        en: "Personal data fits its digests, or was erased on request"), examined: personalCount)
  }

  private func unreadableCheck(_ events: Int) -> VerificationReport.Check {
    unreadable.check(
      "event.content",
      Phrase(id: "Isi setiap peristiwa bisa dibaca", en: "The content of every event can be read"),
      examined: events)
  }

  private func rulesCheck(_ events: Int) -> VerificationReport.Check {
    broken.check(
      "event.rules",
      Phrase(
        id:
          "Setiap peristiwa menuruti aturan jenisnya: tabelnya, subjeknya, bulannya masih terbuka",
        en: "Every event keeps the rules of its kind: its tables, its subject, its month still open"
      ),
      examined: events)
  }

  private func newerCheck(_ events: Int) -> VerificationReport.Check {
    newer.check(
      "event.newer",
      Phrase(
        id: "Tidak ada peristiwa dari program yang lebih baru",
        en: "No event is of a newer program"), examined: events)
  }
}
