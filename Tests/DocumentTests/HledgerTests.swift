import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The sample's year as another program adds it up: `hledger` on the exported journal.
@Suite(.enabled(if: Hledger.program != nil, "hledger is not installed"))
struct HledgerTests {

  /// What leaves a year's closing vouchers out.
  private static let unclosed = "not:tag:kind=year-closing"
  private static let year = ["-b", "2025-01-01", "-e", "2026-01-01"]

  private let sample: SampleYear

  init() throws { sample = try SampleYear() }

  /// Amounts by the codes of accounts, debits positive; what is zero is left out.
  private func balance(_ arguments: [String]) throws -> [String: Rupiah] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Hledger.program))
    process.arguments =
      ["-f", sample.journal, "balance", "--flat", "--no-total", "-O", "csv"] + arguments
    process.environment = ["LANG": "C.UTF-8"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(text)")
    let lines = text.split(separator: "\n").dropFirst()
    return try lines.reduce(into: [:]) { amounts, line in
      let match = try #require(line.firstMatch(of: /"\w+:([^ "]+).*","(?:IDR )?(-?[0-9.]+)"/))
      let (rupiah, sen) = try Self.parts(match.output.2)
      amounts[String(match.output.1)] = Rupiah(sen: rupiah * 100 + sen)
    }
  }

  private static func parts(_ text: Substring) throws -> (Int64, Int64) {
    let pieces = text.split(separator: ".")
    let rupiah = try #require(Int64(pieces[0]))
    let sen = pieces.count > 1 ? try #require(Int64(pieces[1])) : 0
    return (rupiah, text.hasPrefix("-") ? -sen : sen)
  }

  private func run(_ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Hledger.program))
    process.arguments = ["-f", sample.journal] + arguments
    process.environment = ["LANG": "C.UTF-8"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func itAcceptsTheJournal() throws {
    #expect(try run("check", "accounts", "commodities") == 0)
  }

  /// Every account on the last day of the year, members' own among them.
  @Test func balancesAgreeAccountByAccount() throws {
    var own: [String: Rupiah] = [:]
    try sample.ledger.entries(
      EntryQuery(in: period("2024-12-31", "2025-12-31"))
    ) { entry in
      for leg in entry.legs { try own[leg.account.text, default: .zero] += leg.amount }
    }
    let theirs = try balance(["-e", "2026-01-01"])
    #expect(theirs == own.filter { !$0.value.isZero } && theirs.count > 60)
    // As the trial balance has them, where members' accounts are their control account.
    let rows = try sample.ledger.trialBalance(asOf: day("2025-12-31")).rows
    let chart = Set(try sample.ledger.chart().filter(\.isPostable).map(\.code.text))
    for row in rows where chart.contains(row.code.text) && theirs[row.code.text] != nil {
      #expect(try theirs[row.code.text] == row.debit - row.credit, "\(row.code)")
    }
  }

  /// Income and expenses, with the vouchers that closed the year left out.
  @Test func incomeAgreesAccountByAccount() throws {
    let income = try sample.ledger.incomeStatement(BookPeriod(year: 2025))
    var own: [String: Rupiah] = [:]
    for section in income.sections {
      for line in section.lines.flatMap(\.unfolded) where !line.amount.isZero {
        own[line.code] = section.name == .income ? try line.amount.negated() : line.amount
      }
    }
    let theirs = try balance(["^income:", "^expenses:", Self.unclosed] + Self.year)
    #expect(theirs == own && own.count > 8)
    #expect(try theirs.values.map(\.self).sum() == income.shu.negated())
    // With them nothing is left of it.
    #expect(try balance(["^income:", "^expenses:"] + Self.year).isEmpty)
  }

  @Test func cashAgrees() throws {
    let flow = try sample.ledger.cashFlow(BookPeriod(year: 2025))
    let accounts = try sample.ledger.chart().filter(\.marks.isCash).map { "assets:\($0.code) " }
    func cash(_ dates: String...) throws -> Rupiah {
      try balance(accounts.map { "acct:^\($0)" } + dates).values.map(\.self).sum()
    }
    #expect(try flow.facts.opening == cash("-e", "2025-01-01"))
    #expect(try flow.facts.closing == cash("-e", "2026-01-01"))
    let moved = try cash("-b", "2025-01-01", "-e", "2026-01-01")
    #expect(try flow.sections.map(\.total).sum() == moved)
  }
}
