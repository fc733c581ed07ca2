import KSPStatements

/// Papers of loans with everything that is hard to print.
enum LoanSamples {
  static func accounts() throws -> LoanProduct.Accounts {
    LoanProduct.Accounts(
      principalControl: AccountCode("1-1200"), interestControl: AccountCode("1-1310"),
      lateFeeControl: AccountCode("1-1320"), interestIncome: AccountCode("4-1000"),
      lateFeeIncome: AccountCode("4-1100"), unearnedInterest: AccountCode("2-1700"),
      allowance: AccountCode("1-1290"), allowanceExpense: AccountCode("5-2900"),
      recoveryIncome: AccountCode("4-1310"))
  }

  static func terms() throws -> LoanTerms {
    LoanTerms(
      effectiveFrom: try BookMonth(year: 2026, month: 1),
      plan: PlanTerms(method: .declining, rate: try Rate(parsing: "1,5%/bulan"), count: 6),
      minimumAmount: 500_000, maximumAmount: 50_000_000, maximumCount: 24, needsApproval: true,
      fees: [
        LoanFee(
          code: "provisi", charge: .share(.percent("1")),
          target: .account(AccountCode("4-1110"))),
        LoanFee(code: "wajib", charge: .fixed(25_000), target: .savings(product: "wajib")),
      ],
      lateFee: LateFeeRule(
        base: .arrears, charge: .share(.percent("0.1")), period: .day, graceDays: 3,
        cap: .percent("10")),
      prepayment: .savings(product: "sukarela"),
      settlement: SettlementRule(interest: .elapsedDays, penalty: .percent("1")))
  }

  static func loan(
    _ number: LoanNumber = "PJ-0001", _ status: Loan.Status = .running
  ) throws -> Loan {
    Loan(
      number: number, memberNumber: "0001", memberName: Samples.awkward, product: "menurun",
      terms: try terms(), principal: 12_000_000, appliedOn: try Samples.date("2026-01-10"),
      disbursedOn: try Samples.date("2026-01-15"), status: status)
  }

  static func plan() throws -> InstallmentPlan {
    try InstallmentPlan(
      terms().plan, principal: 12_000_000, disbursedOn: Samples.date("2026-01-15"))
  }

  static func simulation() throws -> LoanPlanRenderer.Simulation {
    try LoanPlanRenderer.Simulation(
      plan: plan(), deductions: [.init(code: "provisi", amount: 120_000)])
  }

  static func status() throws -> LoanCard {
    let payments = [
      LoanPayment(
        date: try Samples.date("2026-02-20"), principal: 2_000_000, interest: 180_000,
        lateFee: 6_540),
      LoanPayment(date: try Samples.date("2026-03-20"), principal: 500_000, interest: 150_000),
    ]
    let date = try Samples.date("2026-04-30")
    let loan = try loan()
    let rows = try plan().installments
    return LoanCard(
      loan: loan, asOf: date, installments: rows, payments: payments,
      position: try LoanPosition(
        installments: rows, payments: payments, rule: loan.terms.lateFee, asOf: date),
      loanClass: .kurangLancar,
      collaterals: [
        Collateral(kind: .vehicle, description: "BPKB \"H-1234\", motor", value: 15_000_000)
      ],
      guarantors: [
        "Budi, S.H.", Guarantor(member: "0002", name: "Wayan"),
        Guarantor(name: "Wati", nik: "3201014101900001", relation: "istri"),
      ],
      exposures: [
        GuarantorExposure(
          member: "0002", loans: ["PJ-0001"], guaranteed: 9_500_000, owed: 250_000)
      ],
      steps: [
        .init(
          kind: .applied, date: try Samples.date("2026-01-10"), entry: nil, loanClass: nil,
          note: Samples.awkward, recordedBy: "Rina"),
        .init(
          kind: .rescheduled, date: date, entry: EntryNumber(40), loanClass: .diragukan, note: nil,
          recordedBy: nil),
      ],
      history: [
        LoanCardPayment(
          entry: EntryNumber(20), kind: .repayment, date: payments[0].date, plan: 1,
          LoanParts(lateFee: 6_540, interest: 180_000, principal: 2_000_000)),
        LoanCardPayment(
          entry: EntryNumber(31), kind: .waiver, date: payments[1].date, plan: 2,
          LoanParts(interest: 150_000, principal: 500_000)),
      ], known: Samples.known)
  }

  static func receipt() throws -> LoanReceipt {
    LoanReceipt(
      receipt: Receipt(
        entry: EntryNumber(41), kind: .repayment, bookDate: try Samples.date("2026-04-30"),
        account: AccountCode("PJ-0001"), member: "0001", memberName: Samples.awkward,
        amount: 2_400_000,
        balance: 8_000_000, note: EntryNote(reference: "A,1", recordedBy: "Rina"),
        isReplay: false),
      loan: "PJ-0001",
      parts: [
        .init(installment: 0, component: .lateFee, amount: 30_000),
        .init(installment: 2, component: .interest, amount: 150_000),
        .init(installment: 2, component: .principal, amount: 2_000_000),
      ], penalty: 20_000, intoSavings: 200_000, outstanding: 8_000_000,
      next: try status().position.open.first)
  }

  static func list() throws -> RepaymentListReport {
    RepaymentListReport(
      file: "gaji;a.csv", entry: EntryNumber(41), bookDate: try Samples.date("2026-04-30"),
      total: 2_400_000, rows: [try receipt()], isReplay: false)
  }

  static func register() throws -> LoanRegister {
    func row(
      _ number: LoanNumber, _ status: Loan.Status, _ outstanding: Rupiah, _ days: Int,
      _ loanClass: LoanClass
    ) throws -> LoanRegister.Row {
      LoanRegister.Row(
        loan: try loan(number, status), control: AccountCode("1-1200"),
        outstanding: outstanding, arrears: days == 0 ? .zero : 1_650_000, lateFee: .zero,
        daysPastDue: days, loanClass: loanClass, secured: 7_500_000, allowance: 50_000)
    }
    return LoanRegister(
      asOf: try Samples.date("2026-04-30"),
      rows: [
        try row("PJ-0001", .running, 9_500_000, 0, .lancar),
        try row("PJ-0002", .running, 9_500_000, 90, .kurangLancar),
        try row("PJ-0003", .running, 123_456_789, 181, .macet),
        try row("PJ-0004", .applied, .zero, 0, .lancar),
      ],
      controls: [
        .init(
          account: AccountCode("1-1200"),
          name: Phrase(id: "Pinjaman anggota", en: "Loans to members"),
          outstanding: 142_456_789, balance: 142_456_788)
      ],
      allowances: [
        try .init(
          account: AccountCode("1-1290"),
          name: Phrase(id: "Penyisihan pinjaman", en: "Allowance for loans"), needed: 150_000,
          booked: 400_000)
      ])
  }

  static func due() throws -> DueList {
    let loan = try loan()
    return try DueList(
      period: BookPeriod(try BookMonth(year: 2026, month: 5)),
      rows: try status().position.open.suffix(2).map { DueList.Row(loan: loan, open: $0) })
  }

  static func quote() throws -> SettlementQuoteRenderer.Quote {
    SettlementQuoteRenderer.Quote(
      loan: try loan(),
      quote: try SettlementQuote(
        status().position, earned: .init(number: 4, byDays: 45_000), rule: terms().settlement))
  }

  static func product() throws -> LoanProductListRenderer.Product {
    LoanProductListRenderer.Product(
      product: LoanProduct(
        code: "menurun", name: Phrase(id: "Pinjaman menurun", en: "Declining loan"),
        accounts: try accounts()), terms: [try terms()])
  }

  static func monthEnd() throws -> MonthEndReport {
    func loan(
      _ number: LoanNumber, _ loanClass: LoanClass, _ outstanding: Rupiah, isOwed: Bool = true
    ) -> MonthEndReport.Loan {
      MonthEndReport.Loan(
        number: number, product: "menurun", isOwed: isOwed, loanClass: loanClass,
        outstanding: outstanding, arrears: loanClass == .macet ? 3_300_000 : .zero,
        interest: 125_000, lateFee: loanClass == .macet ? 6_540 : .zero,
        allowance: loanClass == .macet ? 1_234_567 : .zero)
    }
    let loans = [
      loan("PJ-0001", .lancar, 9_500_000), loan("PJ-0002", .lancar, .zero, isOwed: false),
      loan("PJ-0003", .macet, 132_956_789),
    ]
    var report = MonthEndReport(
      month: try BookMonth(year: 2026, month: 6), outcome: .done,
      closedAt: Timestamp(seconds: 1_782_900_000))
    report.products = try Samples.monthEnd().products
    report.loanProducts = [
      try .init(
        code: "menurun", name: Phrase(id: "Pinjaman menurun", en: "Declining loan"), of: loans,
        entry: EntryNumber(50))
    ]
    report.loans = loans
    report.provisions = [.init(change: -50_000, entry: EntryNumber(51))]
    return report
  }

  static func disbursement() throws -> Receipt {
    Receipt(
      entry: EntryNumber(14), kind: .disbursement, bookDate: try Samples.date("2026-01-15"),
      account: AccountCode("PJ-0001"), member: "0001", memberName: Samples.awkward,
      amount: 10_710_000,
      deductions: [
        .init(name: Phrase(id: "provisi", en: "provisi"), amount: 120_000),
        .init(name: Phrase(id: "jasa di muka", en: "interest in advance"), amount: 1_170_000),
      ], balance: 12_000_000, note: EntryNote(reference: "C-1"), isReplay: false)
  }

  /// Every sample by name, rendered in a style.
  static func documents(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    [
      ("loan-plan", LoanPlanRenderer(style).string(try simulation())),
      ("loan-disbursement", ReceiptRenderer(style).string(try disbursement())),
      ("loan-card", LoanCardRenderer(style).string(try status())),
      ("loan-receipt", LoanReceiptRenderer(style).string(try receipt())),
      ("loan-payments", RepaymentListRenderer(style).string(try list())),
      ("loans", LoanListRenderer(style).string(try register())),
      ("loan-nominative", LoanNominativeRenderer(style).string(try register())),
      ("collectibility", CollectibilityRenderer(style).string(try register())),
      ("due", DueListRenderer(style).string(try due())),
      ("settlement", SettlementQuoteRenderer(style).string(try quote())),
      ("loan-products", LoanProductListRenderer(style).string([try product()])),
      ("month-end-loans", MonthEndReportRenderer(style).string(try monthEnd())),
      ("loan-explain", LoanExplanationRenderer(style).string(try explanation())),
      ("loan-explain-open", LoanExplanationRenderer(style).string(try openExplanation())),
    ]
  }
}
