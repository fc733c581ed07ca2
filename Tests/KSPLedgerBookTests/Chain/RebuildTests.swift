import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPStatements
import KSPTestBooks
import KSPTestSupport
import Testing

/// A book that is made again from its chain, after each kind of damage.
@Suite struct RebuildTests {
  /// What a cooperative prints and asks of a book.
  struct Papers: Equatable {
    var statements: [String] = []
    var trialBalance = ""
    var reports: [String] = []
    var head: String?

    init(_ path: String) throws {
      let ledger = try Ledger.open(at: path, access: .readOnly, clock: standingClock)
      defer { try? ledger.close() }
      let style = ReportStyle()
      try ledger.statements(period: period("2026-01-01", "2026-03-31")) { statement in
        statements.append(AccountStatementRenderer(style).string(statement))
      }
      trialBalance = "\(try ledger.trialBalance(asOf: day("2026-03-31")))"
      for text in ["2026-01", "2026-02"] {
        reports.append("\(try ledger.monthEnd(month(text)) as Any)")
        reports.append("\(try ledger.withholdingSlips(month(text)))")
        for loan in try ledger.loans(asOf: day("2026-02-28"), includingEnded: true) {
          reports.append("\(try ledger.explainLoan(loan.loan.number, month(text)))")
        }
      }
      let members = try ledger.members(includingLeft: true)
      reports.append(MemberListRenderer(ReportStyle(.json)).string(members))
      head = try ledger.verify().headHash
    }
  }

  @discardableResult
  private static func rebuild(_ folder: TestFolder) throws -> RebuildReport {
    try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
  }

  /// The book as it was before any damage.
  static let whole: Papers? = {
    let folder = try? RichBook.template.copy()
    return folder.flatMap { try? Papers($0.file()) }
  }()

  @Test func anUndamagedBookComesOutTheSame() throws {
    let (folder, queue) = try RichBook.prepared()
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let report = try Self.rebuild(folder)
    #expect(report.isComplete, "\(report)")
    #expect(report.corrected.isEmpty && report.recomputed.isEmpty && report.lost.isEmpty)
    #expect(report.evidence == 18 && report.erased == 0 && report.personalValues > 8)
    #expect(report.verification.headHash == Self.whole?.head)
    #expect(try Papers(folder.file("new.ksp")) == Self.whole)
    #expect(try BookContent(folder, "new.ksp") == BookContent(folder))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file())) == before)
    // It is a book like any other.
    let ledger = try Ledger.open(at: folder.file("new.ksp"), clock: standingClock)
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-03-05"))
    _ = try ledger.runMonthEnd(month("2026-03"))
    #expect(try ledger.verify().isOK)
    try ledger.close()
    // Nothing is left over, and nothing is replaced.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.contains("rebuild") })
    #expect(refusal { try Self.rebuild(folder) } == .bookExists)
  }

  /// Damage beside the chain: everything is carried, and equal to the book before it.
  static let mended: [(sql: String, corrected: Int, recomputed: [String])] = [
    ("UPDATE member SET name = 'Orang Lain' WHERE number = '0001'", 1, []),
    (
      "UPDATE accountBalance SET balance = 5, highest = 7 WHERE account = (SELECT id FROM account WHERE code = 'SUK-0001')",
      0, []
    ),
    (
      "DELETE FROM accountBalance WHERE account = (SELECT id FROM account WHERE code = 'SUK-0001')",
      0, []
    ),
    ("DELETE FROM savingsTier; DELETE FROM loanStep; DELETE FROM accountRole", 30, []),
    ("INSERT INTO taxRule VALUES (24312, 1, 'individual', 'pph-4-2', 0, 0, 0)", 1, []),
    ("DELETE FROM closingBalance", 0, ["closingBalance 2026-01", "closingBalance 2026-02"]),
    (
      "DELETE FROM savingsInterest WHERE month = 24312; UPDATE withholdingSlip SET tax = 0", 0,
      ["savingsInterest 2026-01", "withholdingSlip 2026-01", "withholdingSlip 2026-02"]
    ),
    (
      "UPDATE loanMonth SET allowance = allowance + 1", 0,
      ["loanMonth 2026-01", "loanMonth 2026-02"]
    ),
  ]

  @Test(arguments: mended) func damageBesideTheChainIsMended(
    _ sql: String, _ corrected: Int, _ recomputed: [String]
  ) throws {
    let (folder, queue) = try RichBook.prepared()
    try RichBook.change(queue, sql)
    let report = try Self.rebuild(folder)
    let failed = report.verification.checks.filter { $0.count > 0 }
    #expect(report.isComplete, "\(report.lost) \(failed)")
    #expect(report.corrected.count >= corrected)
    #expect(report.recomputed == recomputed)
    #expect(try Papers(folder.file("new.ksp")) == Self.whole)
  }

  /// An index whose pages are gone is of no matter: the table holds the legs too, and the other way
  /// round.
  @Test(arguments: ["postingEntry", "entryReference", "posting"])
  func eitherCopyOfTheLegsIsEnough(_ name: String) throws {
    let (folder, queue) = try RichBook.prepared()
    let (page, size) = try queue.read { db in
      (
        try Int.fetchOne(
          db, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [name]) ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      )
    }
    try queue.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    bytes.replaceSubrange((page - 1) * size..<page * size, with: Data(count: size))
    try bytes.write(to: URL(fileURLWithPath: folder.file()))
    #expect(try !RichBook.failures(folder).isEmpty)
    let report = try Self.rebuild(folder)
    #expect(report.isComplete, "\(report.lost)")
    #expect(try Papers(folder.file("new.ksp")) == Self.whole)
  }

  /// Damage of the chain itself: it is carried up to the break, the rest is named.
  static let broken: [(sql: String, first: String)] = [
    (
      "UPDATE event SET content = CAST(substr(content, 1, 40) || x'01' || substr(content, 42) AS BLOB) WHERE kind = 'loan.disbursed' AND number = (SELECT min(number) FROM event WHERE kind = 'loan.disbursed')",
      "loan.disbursed PJ-0001"
    ),
    ("DELETE FROM posting WHERE entry = 9", "JU-000009"),
    ("UPDATE posting SET amount = amount + 1 WHERE entry = 9 AND line = 1", "JU-000009"),
    ("UPDATE entry SET memo = 'lain' WHERE kind = 'loanInterest'", "JU-0000"),
  ]

  @Test(arguments: broken) func theChainIsCarriedUpToTheBreak(
    _ sql: String, _ first: String
  ) throws {
    let (folder, queue) = try RichBook.prepared()
    try RichBook.change(queue, sql)
    let report = try Self.rebuild(folder)
    #expect(!report.isComplete)
    #expect(report.lost.first?.name.contains(first) == true, "\(report.lost)")
    #expect(report.lost.contains { $0.name.hasPrefix("#") })
    #expect(report.events > 60)
    // What was carried is a whole book: nothing half done, nothing that does not verify.
    let failed = report.verification.checks.filter { $0.count > 0 }
    #expect(failed.isEmpty, "\(failed)")
    let old = try BookContent(folder)
    let new = try BookContent(folder, "new.ksp")
    for table in ["event", "entry"] {
      let rows = try #require(new.tables[table])
      #expect(try rows.elementsEqual(#require(old.tables[table]).prefix(rows.count)), "\(table)")
    }
  }

  /// A personal value that no longer fits is named; the rest of the book is carried.
  @Test func aPersonalValueThatIsLostIsNamed() throws {
    let (folder, queue) = try RichBook.prepared()
    try RichBook.change(
      queue, "UPDATE personalValue SET value = 'x' WHERE owner = 3 AND field = 'nik'")
    let report = try Self.rebuild(folder)
    #expect(report.lost.map(\.name) == ["member 0003 · nik"])
    #expect(report.verification.headHash == Self.whole?.head)
    #expect(
      report.verification.checks.filter { $0.count > 0 }.map(\.name) == ["personal.value"])
  }

  @Test func aChainWithoutABeginningIsRefused() throws {
    let (folder, queue) = try RichBook.prepared()
    try RichBook.change(queue, "UPDATE event SET recordedAt = 1 WHERE number = 1")
    let refused = refused { try Self.rebuild(folder) }
    #expect(refused?.code == .bookDamaged)
    // It is the old book that is damaged, not what was being made of it.
    #expect(refused?.message[.english].contains(".ksp-part") == false)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.allSatisfy { $0.hasPrefix("book.ksp") }, "\(names)")
  }
}
