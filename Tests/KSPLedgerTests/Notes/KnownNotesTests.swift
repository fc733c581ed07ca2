import KSPActs
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Notes and the health worksheet, printed after every act, come out again as they were once much
/// else has been recorded, also about the same days.
@Suite struct KnownNotesTests {
  private struct Print {
    let act: String
    let point: KnowledgePoint
    let notes: FinancialNotes
    let health: HealthSheet
  }

  /// Acts in the order in which they are recorded; many of them speak of earlier days.
  private static let acts: [(name: String, run: @Sendable (LoanBook) throws -> Void)] = [
    ("savings", { _ = try $0.ledger.deposit(9_000_000, member: "0001", on: day("2026-01-05")) }),
    ("a loan", { _ = try $0.lend("flat", 12_000_000, collaterals: [pledge]) }),
    ("another loan", { _ = try $0.lend("menurun", 6_000_000, to: "0002") }),
    (
      "a related member",
      { book in
        let profile = try book.ledger.member("0001").member.profile
        try book.ledger.updateMember(
          "0001", profile: profile, attributes: [Member.relatedAttribute: "pengurus"])
      }
    ),
    ("a payment", { _ = try $0.ledger.repay(2_000_000, loan: "PJ-0001", on: day("2026-02-15")) }),
    (
      "readings",
      { book in
        var settings = try book.ledger.settings
        settings.health.readings.cash = .cashAndBank
        settings.health.riskWeights = [8: 100]
        try book.ledger.updateSettings(settings)
      }
    ),
    (
      "a deposit",
      { book in
        try book.ledger.addTermProduct(
          .sampleDeposits,
          offer: TermDepositOffer(
            product: "berjangka", effectiveFrom: day("2026-01-01"),
            tiers: [
              .init(tenor: 1, rate: Rate(parsing: "6%/year")),
              .init(tenor: 12, rate: Rate(parsing: "7%/year")),
            ]))
        _ = try book.ledger.openTermDeposit(
          TermDepositOpening(
            member: "0002", product: "berjangka", principal: 4_000_000, tenor: 1,
            opened: day("2026-01-20"), rollOver: .principal))
      }
    ),
    ("a roll-over", { _ = try $0.ledger.payTermInterest(through: day("2026-02-20")) }),
    (
      "a new plan",
      { _ = try $0.ledger.rescheduleLoan("PJ-0002", on: day("2026-02-20"), count: 24) }
    ),
    (
      "released collateral",
      {
        _ = try $0.ledger.releaseCollateral(
          of: "PJ-0001", on: day("2026-02-21"), whileOwed: true,
          note: EntryNote(memo: "Rapat"))
      }
    ),
    (
      "nobody related",
      { book in
        let profile = try book.ledger.member("0001").member.profile
        try book.ledger.updateMember(
          "0001", profile: profile, attributes: [Member.relatedAttribute: nil])
      }
    ),
    (
      "another product",
      {
        try $0.ledger.addSavingsProduct(
          .sample("baru", prefix: "BRU"), terms: SavingsTerms(effectiveFrom: month("2026-01")))
      }
    ),
    ("written off", { _ = try $0.ledger.writeOffLoan("PJ-0001", on: day("2026-02-25")) }),
    ("a month", { try $0.monthEnd("2026-01") }),
    ("settled", { _ = try $0.ledger.settleLoan(loan: "PJ-0002", on: day("2026-02-26")) }),
  ]

  private static let pledge = Collateral(kind: .vehicle, description: "BPKB", value: 4_000_000)

  @Test func everyPrintComesOutAgain() throws {
    let book = try LoanBook()
    let (days, last) = (try period("2026-01-01", "2026-09-30"), try day("2026-09-30"))
    func print(_ act: String, at point: KnowledgePoint? = nil) throws -> Print {
      Print(
        act: act, point: try point ?? .event(book.ledger.knowledge().event),
        notes: try book.ledger.financialNotes(days, asRecordedThrough: point),
        health: try book.ledger.healthSheet(
          year: 2026, through: last, asRecordedThrough: point))
    }
    var prints = [try print("nothing")]
    for (name, run) in Self.acts {
      try run(book)
      prints.append(try print(name))
    }
    for known in prints {
      let again = try print(known.act, at: known.point)
      #expect(again.notes == known.notes, "\(known.act)")
      #expect(again.health == known.health, "\(known.act)")
    }
    // Each act changed something: the prints differ, and so do those that come out again.
    for (one, next) in zip(prints, prints.dropFirst()) {
      #expect(
        one.notes.notes != next.notes.notes || one.health.report != next.health.report
          || one.health.cells != next.health.cells, "\(next.act)")
    }
  }
}
