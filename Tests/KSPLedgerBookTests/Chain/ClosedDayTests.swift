import GRDB
import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// Every act that carries a day, recorded with one of a month that is closed: it is refused, or the
/// book is as sound as before.
@Suite struct ClosedDayTests {
  struct Act: Sendable {
    let name: String
    /// What it would record.
    let kinds: [EventKind]
    let run: @Sendable (Ledger) throws -> Void

    init(_ name: String, _ kinds: EventKind..., run: @escaping @Sendable (Ledger) throws -> Void) {
      self.name = name
      self.kinds = kinds
      self.run = run
    }
  }

  /// The months up to February 2026 are closed.
  private static func closed() throws -> BookDate { try day("2026-02-20") }
  private static func closedMonth() throws -> BookMonth { try month("2026-02") }

  private static let register: [Act] = [
    Act("join", .memberJoined) {
      _ = try $0.addMember(
        NewMember(number: "0090", profile: MemberProfile(name: "Baru"), joinedOn: closed()))
    },
    Act("another day of joining", .memberChanged) {
      _ = try $0.updateMember(
        "0004", profile: $0.member("0004").member.profile, joined: closed())
    },
    Act("another kind", .memberChanged) {
      _ = try $0.updateMember(
        "0003", profile: $0.member("0003").member.profile,
        kind: Member.KindChange(.individual, from: closedMonth()))
    },
    Act("death", .memberDied) { _ = try $0.recordDeath(of: "0001", on: closed()) },
    Act("leave", .memberLeft) { _ = try $0.endMembership(of: "0003", on: closed()) },
    Act("merge", .memberMerged) {
      _ = try $0.mergeMember("0003", into: "0002", on: closed(), reason: "dobel")
    },
    Act("officer", .officerAdded) { _ = try $0.addOfficer("baru", since: closed()) },
    Act("holiday", .holidayAdded) {
      _ = try $0.addHolidays([Holiday(day: closed(), name: "Lokal")])
    },
  ]

  private static let savings: [Act] = [
    Act("tax rule", .taxRuleSet) {
      _ = try $0.setTaxRule(
        InterestTaxRule(
          effectiveFrom: closedMonth(), memberKind: .individual, threshold: 300_000,
          rate: .percent("10")))
    },
    Act("corporate tax", .corporateTaxRuleSet) {
      _ = try $0.setCorporateTax(
        CorporateTaxRule(.turnover, .percent("1"), from: closedMonth()))
    },
    Act("hold", .holdAdded) {
      _ = try $0.hold(
        NewHold(
          on: "SUK-0001", 1_000, kind: .court, reason: "Pdt 1", from: closed(), until: nil))
    },
    Act("release", .holdReleased) {
      _ = try $0.releaseHold(4, reason: "Damai", on: closed())
    },
    Act("order", .orderAdded) {
      _ = try $0.addStandingOrder(
        NewStandingOrder(
          from: "SUK-0001", to: .savings("SUK-0003"), 1_000, day: 4, since: closed(),
          until: nil))
    },
    Act("end of an order", .orderEnded) {
      _ = try $0.endStandingOrder(2, reason: "Diminta", on: closed())
    },
    Act("orders", .orderTaken, .orderMissed) { _ = try $0.runStandingOrders(on: closed()) },
    Act("fee", .feeRuleSet) {
      _ = try $0.setMonthlyFee(SavingsFeeRule(of: "sukarela", from: closedMonth(), fee: 1_000))
    },
    Act("month end", .feesCharged) { _ = try $0.runMonthEnd(closedMonth()) },
    Act("planned terms", .plannedTermsSet) {
      _ = try $0.setPlannedSavings(
        PlannedSavingsTerms(
          of: "berencana", from: closedMonth(), months: 9, rate: .percent("5", per: .year),
          lapsedRate: .percent("1", per: .year), misses: 1))
    },
    Act("planned savings", .plannedOpened) {
      _ = try $0.openPlannedSavings(
        NewPlannedSavings(of: "0001", in: "berencana", 50_000, months: 3, on: closed()))
    },
    Act("planned savings of before", .plannedTakenOver) {
      _ = try $0.openPlannedSavings(
        NewPlannedSavings(
          of: "0001", in: "berencana", 50_000, months: 3, on: closed(),
          takeover: .init(
            asOf: closed(), monthsPaid: 1, interest: 700, rate: .percent("7", per: .year))))
    },
    Act("end of planned savings", .plannedEnded) {
      _ = try $0.endPlannedSavings("BRC-0003", reason: "Diminta", on: closed())
    },
    Act("payment of planned savings", .plannedPaid) {
      _ = try $0.payPlannedSavings("BRC-0003", on: closed())
    },
    Act("savings product", .savingsProductAdded) {
      _ = try $0.addSavingsProduct(
        .sample("baru", prefix: "BRU"), terms: SavingsTerms(effectiveFrom: closedMonth()))
    },
    Act("savings terms", .savingsTermsSet) {
      _ = try $0.setSavingsTerms(of: "sukarela", SavingsTerms(effectiveFrom: closedMonth()))
    },
    Act("interest worked out again", .interestCorrected) {
      let late = try $0.deposit(4_000_000, member: "0002", on: day("2026-03-09"))
      _ = try $0.correctInterest(
        of: "SUK-0002", in: closedMonth(), valued: [late.entry: closed()],
        on: day("2026-03-09"))
    },
  ]

  private static func asked(_ ledger: Ledger) throws -> LoanNumber {
    try ledger.applyForLoan(
      LoanApplication(
        member: "0002", product: "flat", amount: 5_000_000, date: day("2026-03-09"))
    ).number
  }

  private static let loans: [Act] = [
    Act("loan terms", .loanTermsSet) {
      guard var terms = try $0.loanTerms(of: "flat").last else { return }
      terms.effectiveFrom = try closedMonth()
      try $0.setLoanTerms(of: "flat", terms)
    },
    Act("loan product", .loanProductAdded) {
      guard var terms = try $0.loanTerms(of: "flat").last,
        let flat = try $0.loanProducts().first(where: { $0.code == "flat" })
      else { return }
      terms.effectiveFrom = try closedMonth()
      try $0.addLoanProduct(
        LoanProduct(code: "baru", name: flat.name, accounts: flat.accounts), terms: terms)
    },
    Act("application", .loanApplied) {
      _ = try $0.applyForLoan(
        LoanApplication(member: "0002", product: "flat", amount: 5_000_000, date: closed()))
    },
    Act("approval", .loanApproved) { _ = try $0.approveLoan(asked($0), on: closed()) },
    Act("rejection", .loanRejected) { _ = try $0.rejectLoan(asked($0), on: closed()) },
    Act("withdrawal", .loanWithdrawn) {
      _ = try $0.withdrawLoanApplication(asked($0), on: closed())
    },
    Act("another offer", .loanChanged) {
      _ = try $0.changeLoanApplication(
        asked($0), LoanOffer(amount: 3_000_000), on: closed())
    },
    Act("payout", .loanDisbursed) {
      let number = try asked($0)
      _ = try $0.approveLoan(number, on: day("2026-03-09"))
      _ = try $0.disburse(number, on: closed())
    },
    Act("loan of before", .loanEntered, .loanTakenOver) {
      _ = try $0.importLoans(
        csv: LoanOpeningTests.header + "PJ-0077;0002;Flat;12.000.000;15/07/2025;12;8.000.000;0;0\n",
        file: "l.csv", on: closed())
    },
    Act("repayment", .loanReplanned) { _ = try $0.repay(loan: "PJ-0003", on: closed()) },
    Act("settlement", .loanSettled) { _ = try $0.settleLoan(loan: "PJ-0003", on: closed()) },
    Act("another plan", .loanRescheduled) {
      _ = try $0.rescheduleLoan("PJ-0001", on: closed(), count: 20)
    },
    Act("write-off", .loanWrittenOff) { _ = try $0.writeOffLoan("PJ-0003", on: closed()) },
    Act("recovery", .loanRecovered) {
      _ = try $0.recoverLoan(1_000, loan: "PJ-0002", on: closed())
    },
    Act("waiver", .loanWaived) {
      _ = try $0.waiveLoan(1_000, loan: "PJ-0001", on: closed(), note: EntryNote(memo: "Rapat"))
    },
    Act("collateral", .loanSecured) {
      _ = try $0.addCollateral(
        [Collateral(kind: .land, description: "SHM 8", value: 9_000_000)], to: "PJ-0001",
        on: closed())
    },
    Act("release of collateral", .loanReleased) {
      _ = try $0.releaseCollateral(of: "PJ-0001", on: closed(), whileOwed: true)
    },
  ]

  private static let years: [Act] = [
    Act("ratification", .yearClosed, .yearRatified) {
      _ = try $0.ratifyYear(2026, on: day("2026-06-20"), decision: "RAT 9")
    },
    Act("ratification of a year of before", .yearRatified) {
      _ = try $0.ratifyYear(2023, on: closed(), decision: "RAT 8", shu: 700_000)
    },
    Act("decision on the SHU of a year of before", .shuDecided) {
      _ = try $0.decideShu(
        ShuDecision(
          year: 2023, on: closed(), number: "RAT 8",
          plan: ShuPlan(
            ShuShares(capital: .percent("40"), activity: .percent("60"), funds: [])),
          accounts: [:]))
    },
    Act("division", .shuPosted, .shuFilled, .shuDivided) {
      _ = try $0.postShu(
        2023, among: [ShuBase(member: "0001", capital: 1, activity: 1)], on: closed())
    },
    Act("cover of a loss", .lossCovered) {
      _ = try $0.coverLoss(
        LossCover(
          of: 2025, by: [.init("3-2000", 1_000)], on: closed(), decision: "RAT 7"))
    },
  ]

  /// The acts that may speak of a closed month; what moves money then has a day that is open.
  private static let allowed: Set<String> = [
    "join", "death", "officer", "holiday", "month end",
    "interest worked out again", "ratification of a year of before",
    "decision on the SHU of a year of before",
  ]

  @Test func whatIsRecordedWithADayOfAClosedMonthIsSoundOrRefused() throws {
    let acts = Self.register + Self.savings + Self.loans + Self.years
    let guarded = Set(
      EventKind.allCases.filter { $0.tables.contains { $0.open != nil } })
    #expect(guarded.subtracting(acts.flatMap(\.kinds)).isEmpty, "an act of each kind is tried")
    let (folder, queue) = try RichBook.prepared()
    try queue.close()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    var accepted: Set<String> = []
    var refusals: [String] = []
    for act in acts {
      if let code = refusal({ try act.run(ledger) }) {
        refusals.append("\(act.name): \(code.rawValue)")
      } else {
        accepted.insert(act.name)
      }
    }
    #expect(accepted == Self.allowed, "\(refusals.joined(separator: "\n"))")
    let failed = try ledger.verify().checks.filter { $0.count > 0 }
    #expect(failed.isEmpty, "\(failed)")
    try ledger.close()
    let rebuilt = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(rebuilt.isComplete && rebuilt.verification.isOK, "\(rebuilt.lost)")
  }
}
