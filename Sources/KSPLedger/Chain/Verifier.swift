import GRDB
import KSPCore

/// Runs the named checks of a book.
struct Verifier {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func run(progress: ((Int) -> Void)?) throws -> VerificationReport {
    let (chain, head, entries, postings) = try HashChainCheck(db).run(progress: progress)
    var checks = [try quickCheck(), try triggers(), chain]
    for rule in VerifierRules.all + VerifierRules.loans { checks.append(try check(rule)) }
    checks += try LoanRecomputation(db).run()
    return VerificationReport(
      checks: checks, entries: entries, postings: postings, headHash: head?.hexadecimal)
  }

  /// SQLite's own look at its pages.
  private func quickCheck() throws -> VerificationReport.Check {
    let lines = try String.fetchAll(db, sql: "PRAGMA quick_check")
    let problems = lines.filter { $0 != "ok" }
    return VerificationReport.Check(
      name: "file.quickCheck",
      meaning: Phrase("Halaman berkas utuh", "The pages of the file are intact"),
      examined: 1, count: problems.count, first: problems.first)
  }

  /// The rules of the file are those of its schema: a dropped or weakened trigger shows here.
  private func triggers() throws -> VerificationReport.Check {
    let version = try Migration.version(db)
    let expected = try Verifier.schema(of: Migration.schema(version: version))
    let found = try Verifier.objects(db)
    let missing = expected.filter { found[$0.key] != $0.value }.keys.sorted()
    let foreign = found.keys.filter { expected[$0] == nil }.sorted()
    let problems = missing + foreign
    return VerificationReport.Check(
      name: "file.schema",
      meaning: Phrase(
        "Aturan di dalam berkas lengkap dan tidak diubah",
        "The rules inside the file are complete and unchanged"),
      examined: expected.count, count: problems.count, first: problems.first)
  }

  private static func schema(of sql: String) throws -> [String: String] {
    try DatabaseQueue().write { db in
      try db.execute(sql: sql)
      return try objects(db)
    }
  }

  private static func objects(_ db: Database) throws -> [String: String] {
    let sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    var objects: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: sql) {
      let name: String = try row.value(0)
      objects[name] = try row.value(1) as String
    }
    return objects
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
