import GRDB
import KSPCore

/// Runs the named checks of a book.
struct Verifier {
  private let db: Database
  private let pages: (found: Int64, expected: Int64)?
  private let progress: ((StageProgress) -> Void)?

  /// `pages` are those of the file and those that it should have, as far as that is known.
  init(
    _ db: Database, pages: (found: Int64, expected: Int64)? = nil,
    progress: ((StageProgress) -> Void)? = nil
  ) {
    self.db = db
    self.pages = pages
    self.progress = progress
  }

  /// Everything; or with `isQuick` the chain and the sums alone.
  ///
  /// What cannot be read is a check that failed, not an error: the others still say what they find.
  func run(isQuick: Bool = false) throws -> VerificationReport {
    let file = try fileChecks(isQuick: isQuick)
    let (outcome, chain) = try chain(isQuick: isQuick)
    var checks = file + chain + (try rules(isQuick: isQuick))
    if !isQuick {
      checks.append(
        try unlessDamaged { try EvidenceCheck(db: db).run() }
          ?? unread("month.readable", Phrase(id: "Bukti bulan", en: "Evidence of months")))
      checks.append(
        try unlessDamaged { try Self.corrections(db) }
          ?? unread("interest.corrected", Phrase(id: "Koreksi jasa", en: "Corrections of interest"))
      )
      checks.append(
        try unlessDamaged { try Self.termDeposits(db) }
          ?? unread("deposits.interest", Phrase(id: "Jasa berjangka", en: "Term deposit interest")))
      checks.append(
        try unlessDamaged { try Self.shu(db) }
          ?? unread("shu.parts", Phrase(id: "Bagian SHU anggota", en: "Parts of members in an SHU"))
      )
      checks += try loans()
    }
    let events = (outcome?.events ?? 0) + (outcome?.entries ?? 0)
    return VerificationReport(
      checks: checks, events: events, entries: outcome?.entries ?? 0,
      postings: outcome?.postings ?? 0, headHash: outcome?.head?.hexadecimal)
  }

  // MARK: - Stages

  private func fileChecks(isQuick: Bool) throws -> [VerificationReport.Check] {
    let stage = Phrase(id: "halaman berkas", en: "pages of the file")
    progress?(StageProgress(stage, done: 0, total: 1))
    let schema =
      try unlessDamaged { try self.schema() }
      ?? unread(
        "file.schema", Phrase(id: "Aturan di dalam berkas", en: "The rules inside the file"))
    guard !isQuick else { return cut == nil ? [schema] : [try integrity(), schema] }
    let references =
      try unlessDamaged { try ReferenceCheck(db: db).run() }
      ?? unread("file.references", Phrase(id: "Rujukan", en: "References"))
    return [try integrity(), references, schema]
  }

  /// The chain alone, or with the tables of state that it makes again.
  private func chain(
    isQuick: Bool
  ) throws -> (ChainCheck.Outcome?, [VerificationReport.Check]) {
    let total = try count(
      """
      SELECT max(ifnull((SELECT max(number) FROM event), 0),
        ifnull((SELECT event FROM entry ORDER BY id DESC LIMIT 1), 0))
      """)
    let stage = Phrase(id: "peristiwa", en: "events")
    let tables = Phrase(id: "tabel", en: "tables")
    var outcome: ChainCheck.Outcome?
    let states = try unlessDamaged {
      var chain = try ChainCheck(db)
      func walk(_ body: (ChainRows.Event, ActWalk) throws -> Void) throws {
        outcome = try chain.run(
          progress: { progress?(StageProgress(stage, done: $0, total: total)) }, body)
      }
      guard !isQuick else {
        try walk { _, _ in }
        return [VerificationReport.Check]()
      }
      return try ChainReplay(db).run(
        progress: { progress?(StageProgress(tables, done: $0, total: $1)) }, walk)
    }
    guard let states else {
      let failed = unread(
        "chain.readable", Phrase(id: "Rantai peristiwa", en: "The chain of events"))
      return (outcome, (outcome?.checks ?? []) + [failed])
    }
    return (outcome, (outcome?.checks ?? []) + states)
  }

  private func rules(isQuick: Bool) throws -> [VerificationReport.Check] {
    let rules = VerifierRules.all.filter { !isQuick || VerifierRules.sums.contains($0.name) }
    let stage = Phrase(id: "pemeriksaan", en: "checks")
    return try rules.enumerated().map { index, rule in
      progress?(StageProgress(stage, done: index, total: rules.count))
      return try check(rule)
    }
  }

  private func loans() throws -> [VerificationReport.Check] {
    let stage = Phrase(id: "pinjaman", en: "loans")
    let total = try count(
      "SELECT max((SELECT count(*) FROM loanPlan), (SELECT count(*) FROM loanMonth))")
    progress?(StageProgress(stage, done: 0, total: total))
    let checks = try unlessDamaged {
      try Self.loans(db) { progress?(StageProgress(stage, done: $0, total: total)) }
    }
    return checks ?? [unread("loan.readable", Phrase(id: "Pinjaman", en: "Loans"))]
  }

  // MARK: - Checks

  /// What stands in for a check that could not be made at all.
  private func unread(_ name: String, _ what: Phrase) -> VerificationReport.Check {
    VerificationReport.Check(
      name: name,
      meaning: Phrase(id: "\(what.indonesian) bisa dibaca", en: "\(what.english) can be read"),
      examined: 1, count: 1, first: what.english)
  }

  private func count(_ sql: String) throws -> Int {
    let count = try unlessDamaged { try Int.fetchOne(db, sql: sql) }
    return count.flatMap(\.self) ?? 1
  }

  /// SQLite's own look at its pages and at every entry of every index. It stops at the first
  /// problem: behind a damaged page it would end in an error that names nothing.
  private func integrity() throws -> VerificationReport.Check {
    let lines =
      try cut.map { [$0] }
      ?? unlessDamaged { try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") }
      ?? ["integrity_check"]
    let problems = lines.filter { $0 != "ok" }
    return VerificationReport.Check(
      name: "file.integrity",
      meaning: Phrase(
        id: "Halaman dan indeks berkas utuh", en: "The pages and indexes of the file are intact"),
      examined: 1, count: problems.count, first: problems.first)
  }

  /// The pages that were cut off, by their numbers; nil where none were.
  private var cut: String? {
    guard let pages, pages.found < pages.expected else { return nil }
    return "\(pages.found + 1)–\(pages.expected) · −"
  }

  /// The rules of the file are those of its schema: a dropped or weakened trigger shows here.
  private func schema() throws -> VerificationReport.Check {
    let rules = try SchemaComparison(db)
    let problems = rules.missing + rules.foreign
    return VerificationReport.Check(
      name: "file.schema",
      meaning: Phrase(
        id: "Aturan di dalam berkas lengkap dan tidak diubah",
        en: "The rules inside the file are complete and unchanged"),
      examined: rules.expected, count: problems.count, first: problems.first)
  }

  private func check(_ rule: VerifierRules.Rule) throws -> VerificationReport.Check {
    var offenders = Offenders()
    let examined = try unlessDamaged {
      let query = try SQLStatement(db, rule.offenders, isShared: false)
      while try query.step() { offenders.add(query.text(0) ?? "?") }
      return try Int.fetchOne(db, sql: rule.examined) ?? 0
    }
    // Sums that no book can hold, or pages that cannot be read.
    if examined == nil { offenders.add(rule.name) }
    return offenders.check(rule.name, rule.meaning, examined: examined ?? 0)
  }
}
