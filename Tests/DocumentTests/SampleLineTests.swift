import GRDB
import KSPCore
import KSPTestSupport
import Testing

@testable import KSPLedger

/// Every line of every statement of the sample's year comes to its entries.
@Suite struct SampleLineTests {
  private let ledger: Ledger

  init() throws { ledger = try SampleYear().ledger }

  /// What was known before the year was closed, after it, after the auditor came, and in the end.
  private func moments() throws -> [KnowledgePoint?] {
    var (closing, adjusted, ratified) = (Int64.max, Int64.max, Int64.max)
    try ledger.entries { entry in
      switch entry.kind {
      case .yearClosing: closing = min(closing, entry.number.value)
      case .yearAdjustment: adjusted = min(adjusted, entry.number.value)
      case .yearRatification: ratified = min(ratified, entry.number.value)
      default: break
      }
    }
    #expect(closing < adjusted && adjusted < ratified && ratified < .max)
    return [closing - 1, adjusted - 1, ratified - 1].map { .entry(EntryNumber($0)) } + [nil]
  }

  @Test func everyLineComesToItsEntries() throws {
    let owners = try ledger.store.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.code, b.code FROM account a JOIN account b ON b.id = \(ChartSums.owner("a"))
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
    }
    let proof = LineProof(ledger, owners: owners)
    let periods = try [
      BookPeriod(year: 2025), BookPeriod(year: 2026), BookPeriod(month("2025-01")),
      BookPeriod(month("2025-06")), BookPeriod(month("2025-12")), BookPeriod(month("2026-01")),
      BookPeriod(month("2026-03")), period("2025-11-15", "2026-03-20"),
    ]
    var proved: Set<String> = []
    for moment in try moments() {
      for period in periods { proved.formUnion(try proof.prove(period, moment)) }
    }
    #expect(proved.isSuperset(of: ["3-3000", "3-3100", "SHU-LALU", "2-1000", "1-1100", "5-4000"]))
  }

  @Test func whatUnfoldedLinesShowIsExplainedToo() throws {
    let year = try BookPeriod(year: 2025)
    let shu = try ledger.incomeStatement(year).shu
    #expect(try ledger.explainLine("SHU", year).figures.map(\.amount) == [shu])
    #expect(refusal { try ledger.explainLine("9-9999", year) } == .accountUnknown)
    #expect(refusal { try ledger.explainCashFlow("1-1000", year) } == .accountUnknown)
    #expect(try !ledger.hasStatementLine("SUK-0001") && ledger.hasStatementLine("1-1000"))
    #expect(try !ledger.hasStatementLine("1-1000", inCashFlow: true))
    #expect(try ledger.hasStatementLine("2-1000", inCashFlow: true))
  }
}
