import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The book that `Examples/run` makes.
@Suite struct SampleTests {
  static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = packageFolder
    process.environment = [
      "PATH": "/usr/bin:/bin", "KSP": Transcript.programs.appendingPathComponent("ksp").path,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// The book as the script leaves it, made once for all tests.
  private static let made = Result {
    let folder = try TestFolder()
    let outcome = try run(["bash", "Examples/run", folder.path])
    try #require(outcome.status == 0, "\(outcome.text)")
    return try Data(contentsOf: URL(fileURLWithPath: folder.file("koperasi.ksp")))
  }

  /// A copy of the book in a folder.
  static func book(_ folder: TestFolder) throws -> String {
    let path = folder.file("koperasi.ksp")
    try made.get().write(to: URL(fileURLWithPath: path))
    return path
  }

  /// What the sample is there to show is in it.
  @Test func theSampleShowsWhatAKSPHas() throws {
    let folder = try TestFolder()
    let ledger = try Ledger.open(at: try Self.book(folder), clock: standingClock)
    let members = try ledger.members(includingLeft: true)
    #expect((20...30).contains(members.count))
    #expect(members.filter { $0.member.leftOn != nil }.count == 4)
    #expect(members.contains { $0.member.mergedInto == "0009" })
    let slips = try ledger.withholdingSlips(month("2026-01"))
    #expect(slips.contains { $0.memberKind == .individual && $0.tax.isPositive })
    #expect(slips.contains { $0.memberKind == .organization && $0.tax.isPositive })
    #expect(slips.contains { $0.tax.isZero })
    var kinds: Set<EntryKind> = []
    try ledger.entries { kinds.insert($0.kind) }
    // Interest from outside comes in by an import; the month ends compute the sample's own.
    // Its payments come in the order of their days, its fees are income at once, its plan runs on,
    // and its year is not over; the walkthroughs of a month and of a year have those.
    let elsewhere: Set<EntryKind> = [
      .interest, .interestTax, .taxAdjustment, .interestCorrection, .reallocation,
      .taxClaim, .taxRefund, .yearAdjustment, .yearClosing, .yearRatification, .lossCover,
      .yearCorrection, .shuDistribution, .shuCredit, .shuPayment, .shuForfeit, .loanFee,
      .plannedPayment, .shuReward, .corporateTax,
    ]
    #expect(kinds == Set(EntryKind.allCases).subtracting(elsewhere))
    // A payroll claim that came short, by name and in money; a group, a collector, a bank.
    let claim = try ledger.claim(1)
    #expect(claim.state == .short && claim.undeducted.contains { $0.member == "0016" })
    #expect(claim.held.isPositive && claim.held < claim.deducted)
    #expect(try ledger.dueInstallments(in: BookPeriod(month("2026-04"))).collectors.count == 2)
    #expect(try ledger.bankReconciliation(of: nil).lines.isEmpty)
    #expect(try ledger.verify().isOK)
  }

  /// Deposits of every payout, one that runs again by itself and one by hand, a broken and a
  /// pledged one; who died, who comes for the savings later, what an insurer owes.
  @Test func theSampleHasDepositsAndFormerMembers() throws {
    let folder = try TestFolder()
    let ledger = try Ledger.open(at: try Self.book(folder), clock: standingClock)
    let deposits = try ledger.termDeposits(includingEnded: true)
    #expect(Set(deposits.map(\.terms.payout)) == Set(TermPayout.allCases))
    #expect(deposits.contains { $0.pledge != nil && $0.endedOn == nil })
    #expect(deposits.contains { deposit in deposit.endedOn.map { $0 < deposit.maturity } == true })
    #expect(Set(deposits.filter { $0.period > 1 }.map(\.rollOver)) == [.withInterest, .none])
    let owed = try ledger.leavers()
    #expect(owed.members.map(\.member) == ["0017", "0023"] && owed.other.isZero)
    #expect(owed.members.first?.payments.first?.payee.relation == "anak")
    let claims = try ledger.insuranceClaims()
    #expect(claims.claims.map(\.member) == ["0017"] && claims.open.isPositive)
    let march = try #require(try ledger.monthEnd(month("2026-03")))
    #expect(march.findings.contains { $0.kind == .insuranceOpen })
  }

  /// Orders that took something and found too little, a plan, a hold, a fee, interest of a quarter.
  @Test func theSampleHasSavingsThatLookAfterThemselves() throws {
    let folder = try TestFolder()
    let ledger = try Ledger.open(at: try Self.book(folder), clock: standingClock)
    let tries = try ledger.standingOrderTries(in: BookPeriod(month("2026-03"))).lines
    #expect(Set(tries.map(\.attempt.outcome)).isSuperset(of: [.taken, .tooLittle]))
    let plans = try ledger.plannedSavings(on: day("2026-03-31"))
    #expect(plans.map(\.paid) == [1] && plans.map(\.state) == [.running])
    let held = try ledger.heldSavings(of: "0021", on: day("2026-03-31"))
    #expect(held.map(\.amount) == [100_000])
    let march = try #require(try ledger.monthEnd(month("2026-03")))
    #expect(march.sections.map(\.code).contains("fees"), "\(march.sections.map(\.code))")
    let pendidikan = try #require(march.products.first { $0.code == "pendidikan" })
    #expect(pendidikan.gross.isPositive)
  }

  /// The files that are in the book already store nothing more, closed months or not.
  @Test(arguments: ["2026-01", "2026-02", "2026-03"])
  func theSameFileStoresNothingTwice(_ month: String) throws {
    let folder = try TestFolder()
    let ledger = try Ledger.open(at: try Self.book(folder), clock: standingClock)
    let file = packageFolder.appendingPathComponent("Examples/sample/transaksi-\(month).csv")
    let report = try ledger.importTransactions(
      csv: try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    #expect(report.stored == 0 && report.alreadyStored == report.rows && report.rows > 50)
  }

  /// The statements in `Docs/Schema.md` say what an auditor with `sqlite3` alone would see.
  @Test func theAuditorsQueriesAnswerAsShown() throws {
    let folder = try TestFolder()
    let path = try Self.book(folder)
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let document = try Markdown("Docs/Schema.md")
    var changes: [(block: Markdown.Block, lines: [String])] = []
    for (query, answer) in zip(document.blocks, document.blocks.dropFirst())
    where query.language == "sql" {
      try #require(answer.language == "text", "an answer follows each query")
      let rows = try queue.read { db in
        try Row.fetchAll(db, sql: query.lines.joined(separator: "\n"))
      }
      // As the sqlite3 shell prints them: cells between bars.
      let lines = rows.map { row in
        row.map { Transcript.settled(String.fromDatabaseValue($1) ?? "\($1)", in: folder.path) }
          .joined(separator: "|").replacing("NULL", with: "")
      }
      if !Transcript.matches(lines[...], answer.lines[...]) { changes.append((answer, lines)) }
    }
    #expect(document.blocks.filter { $0.language == "sql" }.count >= 6)
    if isRecording, !changes.isEmpty { try document.rewrite(changes) }
    for (answer, lines) in changes {
      Issue.record(
        "Docs/Schema.md, line \(answer.range.lowerBound):\n\(lines.joined(separator: "\n"))")
    }
  }

  /// Every table and trigger of the file is explained, and nothing else is.
  @Test func theSchemaIsExplainedWhole() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.close()
    let queue = try DatabaseQueue(path: folder.file())
    let document = try String(
      contentsOf: packageFolder.appendingPathComponent("Docs/Schema.md"), encoding: .utf8)
    let words = Set(document.matches(of: /`(\w+)`/).map { String($0.output.1) })
    let names = try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    }
    // The triggers of tables that are written once, wholly or in part, are explained together.
    let written = names.filter { $0.hasSuffix("OnlyOnce") }.map { String($0.dropLast(8)) }
    let together = written.flatMap {
      ["\($0)OnlyOnce", "\($0)NoUpdate", "\($0)Fixed", "\($0)NoDelete"]
    }
    for name in names where !together.contains(name) {
      #expect(words.contains(name), "Docs/Schema.md does not explain \(name)")
    }
    let checks = try queue.read { db in
      try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql LIKE '%RAISE%'")
    }.flatMap { $0.matches(of: /ksp:([\w.]+)/).map { String($0.output.1) } }
    for code in Set(checks) {
      #expect(document.contains("`\(code)`"), "Docs/Schema.md does not explain \(code)")
    }
  }
}
