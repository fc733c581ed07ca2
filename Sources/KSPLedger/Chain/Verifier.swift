import GRDB
import KSPCore

/// Runs the named checks of a book.
struct Verifier {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Everything; or with `isQuick` the chain and the sums alone.
  func run(isQuick: Bool = false, progress: ((Int) -> Void)?) throws -> VerificationReport {
    var chain = try ChainCheck(db)
    var outcome: ChainCheck.Outcome?
    var checks: [VerificationReport.Check] = []
    if isQuick {
      outcome = try chain.run(progress: progress) { _ in }
    } else {
      checks = try ChainReplay(db).run { body in
        outcome = try chain.run(progress: progress, body)
      }
    }
    guard let outcome else { throw LedgerError.invariantBroken("verify") }
    let rules = VerifierRules.all + (isQuick ? [] : VerifierRules.loans)
    let sums = try rules.filter { !isQuick || VerifierRules.sums.contains($0.name) }
      .map { try check($0) }
    let file = isQuick ? [try schema()] : [try integrity(), try references(), try schema()]
    checks = file + outcome.checks + checks + sums
    if !isQuick {
      checks.append(try EvidenceCheck(db: db).run())
      checks += try LoanRecomputation(db).run()
    }
    return VerificationReport(
      checks: checks, events: outcome.events + outcome.entries, entries: outcome.entries,
      postings: outcome.postings, headHash: outcome.head?.hexadecimal)
  }

  /// SQLite's own look at its pages and indexes.
  private func integrity() throws -> VerificationReport.Check {
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check")
    let problems = lines.filter { $0 != "ok" }
    return VerificationReport.Check(
      name: "file.integrity",
      meaning: Phrase(
        "Halaman dan indeks berkas utuh", "The pages and indexes of the file are intact"),
      examined: 1, count: problems.count, first: problems.first)
  }

  /// Rows that refer to rows which are not there.
  private func references() throws -> VerificationReport.Check {
    let query = try SQLStatement(db, "PRAGMA foreign_key_check", isShared: false)
    var offenders = Offenders()
    while try query.step() {
      offenders.add("\(query.text(0) ?? "") → \(query.text(2) ?? "")")
    }
    return offenders.check(
      "file.references",
      Phrase("Tidak ada rujukan yang putus", "No reference is broken"), examined: 1)
  }

  /// The rules of the file are those of its schema: a dropped or weakened trigger shows here.
  private func schema() throws -> VerificationReport.Check {
    let rules = try SchemaComparison(db)
    let problems = rules.missing + rules.foreign
    return VerificationReport.Check(
      name: "file.schema",
      meaning: Phrase(
        "Aturan di dalam berkas lengkap dan tidak diubah",
        "The rules inside the file are complete and unchanged"),
      examined: rules.expected, count: problems.count, first: problems.first)
  }

  private func check(_ rule: VerifierRules.Rule) throws -> VerificationReport.Check {
    let examined = try Int.fetchOne(db, sql: rule.examined) ?? 0
    let query = try SQLStatement(db, rule.offenders, isShared: false)
    var count = 0
    var first: String?
    while try query.step() {
      if first == nil { first = query.text(0) }
      count += 1
    }
    return VerificationReport.Check(
      name: rule.name, meaning: rule.meaning, examined: examined, count: count, first: first)
  }
}
