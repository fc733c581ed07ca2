import KSPStatements

@testable import KSPCore

extension Samples {
  /// Two products of loans and savings beside the market; deposits have no market rate.
  private static func benefit() throws -> MemberBenefit {
    func days(
      _ product: ProductCode, _ name: Phrase, _ balance: Rupiah, _ rate: Rate
    ) throws -> BenefitDays {
      var days = BenefitDays(product: product, name: name)
      try days.add(balance, days: 365, at: rate)
      return days
    }
    func facts(_ year: Int, _ balance: Rupiah) throws -> MemberBenefit.Facts {
      try MemberBenefit.Facts(
        period: BookPeriod(year: year),
        days: [
          .loans: [
            days(
              "menurun", Phrase(id: "Pinjaman menurun", en: "Declining loan"), balance,
              .percent("1.5", per: .month))
          ],
          .savings: [
            days(
              "sukarela", Phrase(id: "Simpanan sukarela", en: "Voluntary savings"), balance,
              .percent("4", per: .year))
          ],
          .deposits: [
            days(
              "berjangka", Phrase(id: "Berjangka", en: "Term deposit"), balance,
              .percent("6", per: .year))
          ],
        ], shu: year == 2026 ? MemberBenefit.Shu(state: .planned, amount: 1_234_567) : nil)
    }
    return try MemberBenefit(
      known: known,
      rates: MarketRates(loans: .percent("24", per: .year), savings: .percent("5", per: .year)),
      now: facts(2026, 12_345_678), before: facts(2025, 1_000_000))
  }

  /// Notes of which one does not agree with its accounts.
  private static func notes() throws -> FinancialNotes {
    typealias Line = FinancialNotes.Line
    return try FinancialNotes(
      period: BookPeriod(year: 2026), previous: BookPeriod(year: 2025), known: known,
      notes: [
        FinancialNotes.Note(
          .savings,
          [
            Line(
              code: "sukarela", label: Phrase(id: "Simpanan sukarela", en: "Voluntary savings"),
              amount: 4_000_000, previous: 3_500_000)
          ],
          book: FinancialNotes.Book(
            accounts: ["2-1000"], amount: 4_000_000, previous: 3_500_000)),
        FinancialNotes.Note(
          .allowance,
          [
            Line(
              code: "opening", label: Phrase(id: "Saldo awal", en: "Opening"), amount: 100_000,
              previous: 0),
            Line(
              code: "provision", label: EntryKind.provision.name, amount: -25_000,
              previous: 100_000),
          ],
          book: FinancialNotes.Book(accounts: ["1-1290"], amount: 74_999, previous: 100_000)),
      ])
  }

  /// A first page of a young cooperative, one month of which brought a loss.
  private static func cover() throws -> PackCover {
    let year = try BookYear(2026)
    let months = try [(1, 250_000), (2, -125_000), (3, 500_000)].map { number, shu in
      try PeriodFigures.Month(
        month: BookMonth(year: 2026, month: number), assets: 30_000_000,
        savings: Rupiah(rupiah: Int64(number) * 4_000_000), shu: Rupiah(rupiah: Int64(shu)))
    }
    return PackCover(
      .meeting(year), of: year.period, known: known, settings: try settings(),
      figures: PeriodFigures(
        period: year.period, months: months,
        classes: LoanClass.allCases.map { .init($0, $0 == .lancar ? 9_000_000 : 0) }),
      papers: [
        PackCover.Paper(file: "01-neraca.html", title: Phrase(id: "Neraca", en: "Balance sheet"))
      ])
  }

  /// Savings of two products of which one does not agree with its control account.
  private static func savings() throws -> SavingsByProduct {
    try SavingsByProduct(
      asOf: date("2026-12-31"), known: known,
      products: [
        SavingsByProduct.Product(
          code: "pokok", name: Phrase(id: "Simpanan pokok", en: "Principal savings"),
          control: "3-1000"),
        SavingsByProduct.Product(
          code: "sukarela", name: Phrase(id: "Simpanan Sukarela", en: "Voluntary Savings"),
          control: "2-1000"),
      ], members: [member()], held: ["2-1000": 77, "3-1000": 0])
  }

  private static func movements() throws -> MemberMovements {
    let own = try member().member
    let other = Member(
      number: "0002", profile: MemberProfile(name: "Budi Hartono"),
      joinedOn: try date("2024-03-11"), leftOn: try date("2026-06-30"),
      leavingReason: "pindah kerja")
    return try MemberMovements(
      period: BookPeriod(year: 2026), known: known, members: [own, other])
  }

  private static func budget() throws -> BudgetReport {
    func line(
      _ code: AccountCode, _ name: Phrase, isIncome: Bool, _ planned: Rupiah, _ month: Rupiah
    ) throws -> BudgetReport.Line {
      try BudgetReport.Line(
        account: code, name: name, isIncome: isIncome, planned: planned,
        months: (1...12).map { $0 == 2 ? 0 : month })
    }
    return BudgetReport(
      year: try BookYear(2026), known: known,
      lines: [
        try line(
          "4-1000", Phrase(id: "Jasa pinjaman", en: "Loan interest"), isIncome: true, 12_000_000,
          1_234_567),
        try line("5-2000", Phrase(id: "Gaji", en: "Wages"), isIncome: false, 0, 300_000),
      ])
  }

  private static func letter() throws -> BalanceConfirmation {
    BalanceConfirmation(
      asOf: try date("2026-12-31"), member: try member(),
      debts: [
        MemberSummary.Debt(
          loan: "PJ-0001", product: "menurun", outstanding: 5_000_000, arrears: 0, lateFee: 0,
          daysPastDue: 0)
      ])
  }

  private static func register() throws -> Register {
    Register(
      RegisterBook.all[0], of: try BookPeriod(year: 2026),
      rows: [
        [
          .text("0001"), .text(awkward), .text("Pangkalpinang"), .date(try date("1990-02-14")),
          .phrase(Phrase(id: "P", en: "F")), .text("Guru"), .text("Jl. Merdeka 1"),
          .date(try date("2026-01-05")), .text(nil), .text(nil), .date(nil), .text(nil),
          .text(awkward),
        ]
      ])
  }

  /// The papers that are handed over together, and the books of a cooperative.
  static func pack(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    [
      ("member-benefit", MemberBenefitRenderer(style).string(try benefit())),
      ("notes", FinancialNotesRenderer(style).string(try notes())),
      ("pack", PackCoverRenderer(style).string(try cover())),
      ("savings-by-product", SavingsByProductRenderer(style).string(try savings())),
      ("member-movements", MemberMovementsRenderer(style).string(try movements())),
      ("budget", BudgetReportRenderer(style).string(try budget())),
      ("confirmation", BalanceConfirmationRenderer(style).string(try letter())),
      ("register", RegisterRenderer(style).string(try register())),
      ("registers", RegisterListRenderer(style).string(RegisterBook.all)),
    ]
      + (try [5, 8, 10, 13, 15, 16].map { number in
        (
          "register-\(number)",
          RegisterRenderer(style).string(
            Register(RegisterBook.all[number - 1], of: try BookPeriod(year: 2026), rows: []))
        )
      })
  }
}
