import KSPStatements

@testable import KSPCore

extension Samples {
  /// Limits of which some are passed by a member with a name that is hard to print.
  private static func limits() throws -> SupervisionLimits {
    func account(
      _ code: AccountCode, _ type: AccountType, _ roles: [AccountRole] = []
    ) -> StatementAccount {
      StatementAccount(
        code: code, name: Phrase(id: code.text, en: code.text), type: type, roles: roles,
        marks: Account.Marks())
    }
    let chart = StatementChart([
      account("1-1000", .asset), account("2-2000", .liability, [.borrowing]),
      account("3-1000", .equity), account("3-1200", .equity, [.participation]),
    ])
    var figures = SupervisionLimits.Figures()
    figures.borrowers = [
      .init(member: "0001", name: awkward, amount: 90_000_000),
      .init(member: "0002", name: "Budi Hartono", amount: 20_000_000),
    ]
    figures.related = ["0001"]
    figures.capital = [.init(member: "0002", name: "Budi Hartono", amount: 4_000_000)]
    figures.loans = [.init(product: "flat", rate: .percent("2.5", per: .month))]
    figures.savings = [.init(product: "sukarela", rate: .percent("4", per: .year))]
    return try SupervisionLimits(
      asOf: BookDate(parsing: "2026-06-30"), chart: chart,
      balances: [
        "1-1000": 900_000_000, "2-2000": -300_000_000, "3-1000": -400_000_000,
        "3-1200": -200_000_000,
      ], figures: figures)
  }

  /// Cash of a member above the limit, with the name that is hard to print.
  private static func unusual() throws -> UnusualCash {
    let line = CashBook.Line(
      account: "1-1000", bookDate: try BookDate(parsing: "2026-06-05"), entry: EntryNumber(7),
      kind: .deposit, memo: nil, member: "0001", name: awkward, recordedBy: nil,
      received: 612_345_000, paid: .zero, balance: 612_345_000)
    let month = BookPeriod(try BookMonth(parsing: "2026-06"))
    return try UnusualCash(
      CashBook(
        period: month,
        known: Knowledge(event: 9, entry: EntryNumber(7), isEntry: false), accounts: [],
        recordedBy: nil, opening: .zero, lines: [line], closing: 612_345_000, yearToDate: nil),
      in: month)
  }

  /// Two rules of corporate tax, one of them over.
  private static func taxRules() throws -> [CorporateTaxRule] {
    [
      CorporateTaxRule(
        .turnover, .percent("0.5"), from: try BookMonth(parsing: "2025-01"),
        until: try BookMonth(parsing: "2028-12"), exempt: ["4-1200", "4-1210"]),
      CorporateTaxRule(
        .result, .percent("11"), from: try BookMonth(parsing: "2029-01"), exempt: []),
    ]
  }

  /// The tax of a month that follows one in which more was taken back than earned.
  static func corporateTax() throws -> CorporateTax {
    let month = try BookMonth(parsing: "2026-03")
    var tax = try CorporateTax(
      month: month, first: month.firstDay, rule: try taxRules()[0],
      parts: [
        .init(
          account: "4-1000",
          name: Phrase(id: "Pendapatan jasa pinjaman anggota", en: "Interest on loans to members"),
          amount: 12_345_678),
        .init(
          account: "4-1100",
          name: Phrase(id: "Pendapatan administrasi dan denda", en: "Fees and penalties"),
          amount: -45_000),
      ], brought: -600_000)
    tax.entry = EntryNumber(17)
    return tax
  }

  /// The papers of supervision.
  static func supervision(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let left: (BookMonth) throws(LedgerError) -> Rupiah? = { $0.month == 3 ? 125_000 : nil }
    return [
      ("corporate-tax-rules", CorporateTaxRulesRenderer(style).string(try taxRules())),
      ("corporate-tax", CorporateTaxRenderer(style).string(try corporateTax())),
      ("limits", SupervisionLimitsRenderer(style).string(try limits())),
      ("unusual-cash", UnusualCashRenderer(style).string(try unusual())),
      (
        "calendar",
        DutyCalendarRenderer(style).string(try DutyCalendar(year: 2026, holidays: [], left: left))
      ),
    ]
  }
}
