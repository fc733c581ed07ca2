import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Month ends of random books: every method, day count, tier, rounding, target and kind of member.
@Suite struct MonthEndPropertyTests {
  @Test func previewRunSecondRunAndExplanationAgree() throws {
    var reached: [String: Int] = [:]
    for seed in 1...25 as ClosedRange<UInt64> {
      let folder = try TestFolder()
      var book = try RandomBook(folder, seed: seed)
      let ledger = book.ledger
      for name in ["2026-01", "2026-02", "2026-03"] {
        let month = try month(name)
        try book.move(in: month, count: 25)
        let place = "seed \(seed), \(name)"
        let before = try BookContent(folder)
        let preview = try ledger.previewMonthEnd(month)
        #expect(try BookContent(folder) == before, "\(place)")
        let run = try ledger.runMonthEnd(month)
        #expect(preview.outcome == .preview && run.outcome == .done)
        #expect(summary(preview) == summary(run), "\(place)")
        #expect(preview.slips == run.slips)
        let after = try BookContent(folder)
        let again = try ledger.runMonthEnd(month)
        #expect(again.outcome == .alreadyDone && summary(again) == summary(run), "\(place)")
        #expect(try BookContent(folder) == after, "\(place)")
        #expect(refusal { try ledger.deposit(1, member: "M1", on: month.lastDay) } == .periodClosed)
        try explainAll(ledger, month, place, &reached)
        try slipsAreTheTax(ledger, month, run, place)
      }
      // What was explained once stays explained, whatever comes later.
      for name in ["2026-01", "2026-02"] {
        try explainAll(ledger, month(name), "seed \(seed), \(name) later", &reached)
      }
      let report = try ledger.verify()
      #expect(report.isOK, "seed \(seed): \(report.checks.filter { $0.count > 0 })")
      try ledger.close()
    }
    for method in InterestTerms.Method.allCases {
      #expect(reached[method.rawValue, default: 0] > 20, "\(method)")
    }
    for dayCount in DayCount.allCases {
      #expect(reached[dayCount.rawValue, default: 0] > 10, "\(dayCount)")
    }
    for what in ["taxed", "sen", "no terms", "credited elsewhere"] {
      #expect(reached[what, default: 0] > 5, "\(what)")
    }
  }

  private func summary(_ report: MonthEndReport) -> [String] {
    report.products.map { "\($0.code) \($0.accountsPaid) \($0.gross) \($0.tax)" }
  }

  private func explainAll(
    _ ledger: Ledger, _ month: BookMonth, _ place: String, _ reached: inout [String: Int]
  ) throws {
    for member in try ledger.members() {
      for savings in member.savings {
        let explanation = try ledger.explain(savings.account, month)
        #expect(explanation.agrees, "\(place), \(savings.account)")
        guard let working = explanation.working else {
          reached["no terms", default: 0] += 1
          continue
        }
        reached[working.terms.method.rawValue, default: 0] += 1
        reached[working.terms.dayCount.rawValue, default: 0] += 1
        if explanation.tax?.accountTax.isPositive == true { reached["taxed", default: 0] += 1 }
        if working.gross.sen % 100 != 0 { reached["sen", default: 0] += 1 }
        guard let posted = explanation.posted else { continue }
        let legs = try ledger.entry(posted.entry).legs
        if !legs.contains(where: { $0.account == savings.account }) {
          reached["credited elsewhere", default: 0] += 1
        }
      }
    }
  }

  /// The slips, the evidence and the accounts of the tax hold one and the same tax.
  private func slipsAreTheTax(
    _ ledger: Ledger, _ month: BookMonth, _ run: MonthEndReport, _ place: String
  ) throws {
    let all = try ledger.withholdingSlips(month)
    let slips = all.reduce(Int64(0)) { $0 + $1.tax.sen }
    #expect(all.allSatisfy { $0.tax.sen % 100 == 0 }, "\(place)")
    let beside = run.sections.first { $0.code == "interest-tax" }?.lines ?? []
    let taken = beside.first { $0.name.english == "withheld from savings" }?.amount.sen ?? 0
    let open = all.reduce(Int64(0)) { $0 + $1.claimed.sen - $1.recovered.sen }
    #expect(
      run.products.reduce(taken) { $0 + $1.tax.sen } == slips - open, "\(place)")
    var withheld: Int64 = 0
    for code in ["2-1400", "2-1410"] {
      let statement = try ledger.statement(of: AccountCode(code), period: BookPeriod(month))
      withheld += statement.lines.reduce(0) { $0 - $1.amount.sen }
    }
    #expect(withheld == slips, "\(place)")
  }
}
