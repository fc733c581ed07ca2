import KSPCore
import KSPStatements

extension Samples {
  /// The papers of term deposits.
  static func termDeposits(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let terms = try TermDepositTerms(
      rate: Rate(parsing: "12%/year"), tenor: 6, payout: .capitalise,
      penalty: BreakPenalty(parsing: "0.5%:principal"))
    let opened = try BookDate(parsing: "2026-01-30")
    let broken = try TermDepositPlan(
      terms, principal: 1_250_000_000, opened: opened,
      brokenOn: BookDate(parsing: "2026-04-12"))
    let deposits = [
      try deposit("BJK-0001", terms, nil), try deposit("BJK-0001-02", terms, "PJ-0001"),
    ]
    let offer = TermDepositOffer(
      product: "berjangka", effectiveFrom: opened,
      tiers: [
        .init(tenor: 3, from: 1_000_000, rate: terms.rate),
        .init(tenor: 12, from: 250_000_000, rate: try Rate(parsing: "0.75%/month")),
      ], penalty: terms.penalty, rollOver: .withInterest, isAccrued: true)
    return [
      ("term-plan", TermDepositPlanRenderer(style).string(broken)),
      ("term-deposits", TermDepositListRenderer(style).string(deposits)),
      ("term-certificate", TermCertificateRenderer(style).string(deposits[1])),
      ("term-products", TermOfferRenderer(style).string([offer])),
      ("term-payments", TermPaymentsRenderer(style).string([try receipt()])),
      ("accruals", AccrualListRenderer(style).string(try accruals())),
      (
        "explain-term-deposit",
        TermDepositExplanationRenderer(style).string(try explained(deposits[1]))
      ),
    ]
  }

  /// A deposit that was paid its interest, and broken some days later.
  private static func explained(_ deposit: TermDeposit) throws -> TermDepositExplanation {
    var interest = try explanation()
    interest.fee = nil
    let rate = deposit.terms.rate
    let paid = TermDepositExplanation.Earning(
      from: try date("2026-05-30"), to: try date("2026-06-30"), base: 1_250_000_000, rate: rate,
      interest: 12_739_726)
    let rest = TermDepositExplanation.Earning(
      from: try date("2026-06-20"), to: try date("2026-06-30"), base: 1_250_000_000, rate: rate,
      interest: 4_109_589)
    let amounts = TermDepositExplanation.Ending.Amounts(
      interest: 4_109_589, penalty: 6_250_000, takenBack: .zero)
    return TermDepositExplanation(
      deposit: deposit, interest: interest,
      payments: [
        .init(
          day: try date("2026-06-30"), earning: paid, isAdded: true,
          posted: .init(entry: EntryNumber(41), gross: 12_739_726, tax: 1_273_972), isDone: true),
        .init(
          day: try date("2026-06-30"), earning: nil, isAdded: false, posted: nil, isDone: true),
      ],
      ending: .init(
        day: try date("2026-06-30"), entry: EntryNumber(42), earning: rest, right: amounts,
        posted: .init(interest: 4_109_589, penalty: 6_250_000, takenBack: 1_000), tax: 410_958,
        waived: nil),
      accrual: .init(earning: rest, accrued: 4_109_589, before: 11_917_808, kept: 4_109_588))
  }

  private static func accruals() throws -> AccrualList {
    try AccrualList(
      month: BookMonth(year: 2026, month: 1), isClosed: true,
      lines: [
        .init(
          account: AccountCode("BJK-0001"), member: "0001", memberName: awkward,
          product: "berjangka", accrued: 11_917_808, change: -1_000),
        .init(
          account: AccountCode("BJK-0001-02"), member: "0001", memberName: "Budi",
          product: "berjangka", accrued: -1_890_000, change: 210_000),
      ],
      controls: [
        .init(
          account: "1-1420", name: Phrase(id: "Jasa di muka", en: "Interest in advance"),
          list: 1_890_000, ledger: 1_890_000),
        .init(
          account: "2-1300", name: Phrase(id: "Jasa YMH dibayar", en: "Interest payable"),
          list: 11_917_808, ledger: 11_917_815),
      ])
  }

  private static func deposit(
    _ account: String, _ terms: TermDepositTerms, _ pledge: String?
  ) throws -> TermDeposit {
    try TermDeposit(
      account: AccountCode(account), member: "0001", memberName: "Budi <Hartono>",
      product: "berjangka", certificate: "B-17", period: 1,
      opened: BookDate(parsing: "2026-01-30"), principal: 1_250_000_000, balance: 1_260_726_028,
      terms: terms, rollOver: .principal, paid: 1, interest: 11_917_808, tax: 1_191_780,
      endedOn: nil, pledge: pledge,
      heir: pledge.map { _ in TermDepositHeir(name: "Putri \"Aminah\"", relation: "anak") })
  }
}
