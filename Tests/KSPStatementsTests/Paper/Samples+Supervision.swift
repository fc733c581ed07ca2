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

  /// The papers of supervision.
  static func supervision(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let left: (BookMonth) throws(LedgerError) -> Rupiah? = { $0.month == 3 ? 125_000 : nil }
    return [
      ("limits", SupervisionLimitsRenderer(style).string(try limits())),
      ("unusual-cash", UnusualCashRenderer(style).string(try unusual())),
      (
        "calendar",
        DutyCalendarRenderer(style).string(try DutyCalendar(year: 2026, holidays: [], left: left))
      ),
    ]
  }
}
