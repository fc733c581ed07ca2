import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// One way to one error code through the public interface.
struct RefusalCase: Sendable, CustomTestStringConvertible {
  let code: String
  let attempt: @Sendable (RefusalScene) throws -> Void

  init(_ code: String, _ attempt: @escaping @Sendable (RefusalScene) throws -> Void) {
    self.code = code
    self.attempt = attempt
  }

  var testDescription: String { code }

  static let all =
    values + events + cash + register + files + fileStates + restoring
    + cashBook + holds + planned

  /// Texts and amounts that cannot be.
  static let values: [RefusalCase] = [
    RefusalCase("account.codeUnreadable") { _ in _ = try ["a b"].map { try AccountCode($0) } },
    RefusalCase("amount.overflow") { _ in _ = try Rupiah(parsing: "99999999999999999999") },
    RefusalCase("amount.overflow") { try $0.deposit(Rupiah(sen: Int64.max)) },
    RefusalCase("amount.overflow") {
      let (least, most) = (Rupiah(sen: Int64.min), Rupiah(sen: Int64.max))
      try $0.manual([("1-1000", least), ("1-1100", most), ("1-1010", Rupiah(sen: 1))])
    },
    RefusalCase("amount.unreadable") { _ in _ = try Rupiah(parsing: "1,500") },
    RefusalCase("amount.unreadable") { try $0.row("2026-02-21,0001,sukarela,deposit,1.5,R-1") },
    RefusalCase("amount.notPositive") { _ in _ = try Rounding(.down, to: 0) },
    RefusalCase("amount.notPositive") { try $0.deposit(0) },
    RefusalCase("amount.notPositive") { try $0.withdraw(-1) },
    RefusalCase("amount.notPositive") { try $0.fee(0) },
    RefusalCase("amount.notPositive") { try $0.transfer(-1) },
    RefusalCase("amount.notPositive") { try $0.join(pokok: -1) },
    RefusalCase("amount.notPositive") {
      _ = try $0.ledger.endMembership(of: "0001", on: day("2026-02-21"), deduction: -1)
    },
    RefusalCase("rate.unreadable") { _ in _ = try Rate(parsing: "3") },
    RefusalCase("rate.periodMissing") { _ in _ = try Rate(parsing: "2%") },
    RefusalCase("share.unreadable") { _ in _ = try Share(parsing: "1%/year") },
    RefusalCase("shu.sharesNotWhole") { _ in
      _ = try ShuShares(capital: .zero, activity: .zero, funds: [])
    },
    RefusalCase("shu.fundRefused") { _ in
      _ = try ShuShares(capital: .zero, activity: .zero, funds: [.init("", .whole)])
    },
    RefusalCase("shu.nothingToDivide") { _ in
      let shares = try ShuShares(capital: .whole, activity: .zero, funds: [])
      _ = try ShuDistribution(of: 0, by: shares, among: [])
    },
    RefusalCase("term.unreadable") { _ in _ = try LoanMethod(parsing: "efektif") },
    RefusalCase("date.unreadable") { _ in _ = try BookDate(parsing: "2026-02-30") },
    RefusalCase("month.unreadable") { _ in _ = try BookMonth(parsing: "2026-13") },
    RefusalCase("period.backwards") { _ in _ = try period("2026-02-02", "2026-02-01") },
    RefusalCase("loan.planInvalid") { _ in
      _ = try InstallmentPlan(
        PlanTerms(method: .flat, rate: .zero, count: 0), principal: 1_000,
        disbursedOn: day("2026-02-01"))
    },
    RefusalCase("loan.planUnroundable") { _ in
      let coarse = try Rounding(.up, to: 1_000)
      _ = try InstallmentPlan(
        PlanTerms(method: .flat, rate: .zero, count: 12, installmentRounding: coarse),
        principal: 10_000, disbursedOn: day("2026-02-01"))
    },
    RefusalCase("entry.numberUnreadable") { _ in _ = try EntryNumber(parsing: "JU-x") },
    RefusalCase("reference.reversed") {
      try $0.deposit(1_000, on: "2026-02-20", reference: "K-dibalik")
    },
    RefusalCase("known.unreadable") { _ in _ = try KnowledgePoint(parsing: "kemarin") },
    RefusalCase("known.beyond") {
      _ = try $0.ledger.trialBalance(asRecordedThrough: .event(9_999))
    },
    RefusalCase("known.beyond") {
      _ = try $0.ledger.trialBalance(asRecordedThrough: .entry(EntryNumber(9_999)))
    },
    RefusalCase("known.beyond") {
      _ = try $0.ledger.trialBalance(asRecordedThrough: .day(day("2031-01-01")))
    },
    RefusalCase("event.subjectUnknown") {
      try $0.ledger.events(EventSelection(subject: "x?")) { _ in }
    },
    RefusalCase("author.unknown") {
      try $0.ledger.events(EventSelection(recordedBy: "x")) { _ in }
    },
    RefusalCase("event.kindUnknown") { try $0.ledger.events(EventSelection(kind: "x")) { _ in } },
    RefusalCase("chart.invalid") { _ in _ = try ChartOfAccounts(accounts: []) },
    RefusalCase("chart.invalid") { scene in
      // A code under which members' accounts are opened.
      let standard = try ChartOfAccounts.standard().accounts
      let taken = ChartOfAccounts.Entry(
        code: AccountCode("SUK-0001"), name: Phrase(id: "x", en: "x"), type: .asset,
        parent: nil,
        isPostable: true)
      _ = try Ledger.create(
        at: scene.folder.file("new.ksp"),
        settings: BookSettings(name: "X", firstMonth: try month("2026-01")),
        chart: ChartOfAccounts(accounts: standard + [taken]), clock: standingClock)
    },
    RefusalCase("interest.movementsUnordered") { _ in
      _ = try SavingsInterest.working(
        terms: InterestTerms(tiers: [.init(from: 0, rate: .percent("3", per: .year))]),
        period: BookPeriod(month("2026-01")), opening: 0,
        movements: [.init(day("2026-01-02"), 5), .init(day("2026-01-01"), 5)])
    },
    // Documents check themselves; a book that leads here was changed from outside.
    RefusalCase("statement.inconsistent") { _ in
      _ = try AccountStatement(
        heading: AccountStatement.Heading(
          account: AccountCode("X"), title: Phrase(id: "x", en: "x"), normalSide: .credit,
          memberNumber: nil, memberName: nil),
        period: BookPeriod(month("2026-01")),
        known: Knowledge(event: 1, entry: nil, isEntry: false), opening: 0,
        lines: [], closing: 1)
    },
    RefusalCase("trialBalance.unbalanced") { _ in
      _ = try TrialBalance(
        asOf: day("2026-01-31"), known: Knowledge(event: 1, entry: nil, isEntry: false),
        rows: [
          TrialBalance.Row(
            code: AccountCode("X"), name: Phrase(id: "x", en: "x"), type: .asset, debitPositive: 1)
        ])
    },
  ]
}
